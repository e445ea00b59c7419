"""Telling us something: what is taken in, what comes back, and that nothing is left of what broke off."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from api.forms import with_files
from services.settings import Settings
from services.storage import Writing
from tests.api.forms_with_files import body_of, post, send
from tests.app import App, Somebody
from tests.people import signed_up
from tests.services.feedback.telling import SIGNED, a_webm, an_mp4, in_pieces
from tests.services.storage.keeping import left_in, stored_in

MEGABYTE = 1_000_000


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house that takes videos of one megabyte."""
    return settings.model_copy(update={"largest_video_mb": 1})


@pytest.fixture
def folder(settings: Settings) -> Path:
    """Where videos lie."""
    return settings.data_dir / "files" / "feedback_video"


async def page_after(somebody: Somebody, reply: httpx.Response) -> str:
    assert reply.status_code == 303, reply.text
    return (await somebody.http_client.get(reply.headers["location"])).text


async def test_a_written_message_gets_a_number(somebody: Somebody) -> None:
    page = await page_after(somebody, await send(somebody, message="No captions.", email="rosa@people.example"))
    assert "The number of your message is " in page
    assert "We wrote to the address that you gave." in page
    assert "No captions." not in page


@pytest.mark.parametrize("film", [an_mp4(300_000), a_webm(300_000)], ids=["mp4", "webm"])
async def test_a_signed_message_is_taken_in_sealed(somebody: Somebody, folder: Path, film: bytes) -> None:
    page = await page_after(somebody, await send(somebody, film, name="whatever.it.is"))
    assert "Received, 300\xa0KB" in page
    [stored] = stored_in(folder)
    assert SIGNED not in stored


async def test_a_video_in_many_small_pieces_is_the_same_video(somebody: Somebody, folder: Path) -> None:
    async def trickle() -> AsyncIterator[bytes]:
        for piece in in_pieces(body_of({"about": "idea", "message": ""}, an_mp4(20_000)), 777):
            yield piece

    assert "Received, 20\xa0KB" in await page_after(somebody, await post(somebody, trickle()))
    assert len(stored_in(folder)) == 1


@pytest.mark.parametrize(
    ("video", "said"),
    [
        (an_mp4(MEGABYTE + 1), "This video is too large."),
        (an_mp4(9 * MEGABYTE), "This video is too large."),
        (b"MZ this program cannot be run" * 100, "This file is not a video"),
        (an_mp4()[:30], "This file is not a video"),
        (b"", "This video file is empty"),
    ],
    ids=["too large", "too large to be read to its end", "a program that is called mp4", "a scrap", "empty"],
)
async def test_a_video_that_we_do_not_take_comes_back_with_the_text_and_leaves_nothing(
    somebody: Somebody, folder: Path, video: bytes, said: str
) -> None:
    reply = await send(somebody, video, message="Please look at this.", page="/tax")
    assert reply.headers["location"] == "/feedback?from=%2Ftax"
    page = await page_after(somebody, reply)
    assert said in page
    assert "Please look at this." in page
    assert left_in(folder) == []


async def test_an_empty_video_alone_is_said_to_be_empty_and_not_to_be_missing(somebody: Somebody) -> None:
    page = await page_after(somebody, await send(somebody, b"", message=""))
    assert "This video file is empty" in page
    assert "Write a message, or choose a signed video." not in page


async def test_a_body_without_end_is_not_read_for_ever(somebody: Somebody, folder: Path) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        yield body_of({"about": "idea", "message": "Hello."}, an_mp4())[:-60]
        while True:
            given += 1
            yield bytes(100_000)

    reply = await asyncio.wait_for(post(somebody, endless()), 60)
    assert reply.headers["connection"] == "close"
    assert given < 60
    assert "This video is too large." in await page_after(somebody, reply)
    assert left_in(folder) == []


async def test_a_video_that_breaks_off_leaves_nothing(somebody: Somebody, folder: Path) -> None:
    reply = await post(somebody, body_of({"about": "idea", "message": "Hello."}, an_mp4(500_000))[:-100_000])
    assert reply.status_code == 400
    assert left_in(folder) == []


async def test_a_good_video_under_a_form_with_a_mistake_leaves_nothing(somebody: Somebody, folder: Path) -> None:
    page = await page_after(somebody, await send(somebody, an_mp4(500_000), email="rosa at home"))
    assert "It needs an @ sign" in page
    assert "rosa at home" in page
    assert "Please choose your video again." in page
    assert left_in(folder) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"message": " "}, "Write a message, or choose a signed video."),
        ({"message": "a", "about": "politics"}, "Choose what your message is about."),
        ({"message": "a" * 5001}, "This text is too long."),
    ],
)
async def test_what_has_to_be_mended_is_said(somebody: Somebody, fields: dict[str, str], said: str) -> None:
    assert said in await page_after(somebody, await send(somebody, None, **fields))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nothing of a form",
        body_of({"message": "a" * (with_files.LONGEST_TEXT_BYTES + 1)}),
        body_of({f"{number:04000}": "a" for number in range(with_files.LONGEST_TEXT_BYTES // 4000 + 1)}),
        body_of({"message": "a"})[:-20],
    ],
    ids=["empty", "no form", "more text than any form has", "more names than any form has", "without its end"],
)
async def test_what_is_no_form_of_ours_is_answered_with_a_page(somebody: Somebody, body: bytes) -> None:
    reply = await post(somebody, body)
    assert (reply.status_code, reply.headers["content-type"]) == (400, "text/html; charset=utf-8")


@pytest.mark.parametrize("boundary", ["", "x" * 300, "another"])
async def test_a_boundary_that_is_none_is_refused(somebody: Somebody, boundary: str) -> None:
    assert (await post(somebody, body_of({"message": "a"}), boundary)).status_code == 400


async def test_another_kind_of_body_is_refused(somebody: Somebody) -> None:
    assert (await somebody.send("feedback", message="Hello.")).status_code == 400


async def test_somebody_who_falls_silent_is_not_waited_for(
    somebody: Somebody, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent() -> AsyncIterator[bytes]:
        yield body_of({"about": "idea"}, an_mp4(500_000))[:-100]
        await asyncio.Event().wait()

    monkeypatch.setattr(with_files, "SILENCE_SECONDS", 0.2)
    assert (await post(somebody, silent())).status_code == 408
    assert left_in(folder) == []


async def test_after_ten_messages_in_an_hour_a_place_has_to_wait_and_an_account_has_not(app: App) -> None:
    somebody, rosa = app.somebody(), await signed_up(app)
    for _ in range(10):
        assert "The number" in await page_after(somebody, await send(somebody, message="Again."))
    assert "before you film or send another" in (await somebody.http_client.get("/feedback")).text
    page = await page_after(somebody, await send(somebody, message="And again."))
    assert "before you film or send another" not in page
    assert "You sent many messages in a short time." in page
    assert "And again." in page
    assert "The number" in await page_after(rosa, await send(rosa, message="Hello."))


@pytest.mark.parametrize("film", [None, an_mp4(300_000)], ids=["in text", "signed"])
async def test_a_form_that_is_sent_twice_is_one_message_and_both_see_it(
    somebody: Somebody, folder: Path, film: bytes | None
) -> None:
    twice = [send(somebody, film, message="Hello.", form="drawn once") for _ in range(2)]
    one, other = [reply.headers["location"] for reply in await asyncio.gather(*twice)]
    assert one == other == (await send(somebody, film, message="Hello.", form="drawn once")).headers["location"]
    assert "The number of your message is " in (await somebody.http_client.get(one)).text
    assert len(left_in(folder)) == bool(film)


async def test_another_form_and_other_words_are_another_message(somebody: Somebody) -> None:
    sent = [{"message": "Hello.", "form": "one"}, {"message": "Hello.", "form": "two"}, {"message": "O", "form": "one"}]
    ways = [(await send(somebody, None, **fields)).headers["location"] for fields in (*sent, {"message": "Hello."})]
    assert len(set(ways)) == 4


async def test_a_form_that_came_back_to_be_mended_is_still_the_same_form(somebody: Somebody) -> None:
    page = await page_after(somebody, await send(somebody, message=" ", form="drawn-once"))
    assert "drawn-once" in page


async def test_of_who_has_to_wait_no_video_is_written_down(somebody: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(10):
        await send(somebody, message="Again.")
    written: list[bytes] = []

    async def write(_: Writing, data: bytes) -> None:
        written.append(data)

    monkeypatch.setattr(Writing, "write", write)
    page = await page_after(somebody, await send(somebody, an_mp4(300_000), message="And again."))
    assert "You sent many messages in a short time." in page
    assert "And again." in page
    assert not written


async def test_the_address_of_an_account_is_filled_in_and_can_be_taken_away(app: App) -> None:
    rosa = await signed_up(app)
    page = (await rosa.http_client.get("/feedback")).text
    assert "@people.example" in page
    assert "You left no address." in await page_after(rosa, await send(rosa, message="Hello."))


async def test_another_site_can_send_nothing_in_somebodys_name(somebody: Somebody) -> None:
    somebody.http_client.headers["Origin"] = "https://evil.example"
    assert (await send(somebody, message="Hello.")).status_code == 403
