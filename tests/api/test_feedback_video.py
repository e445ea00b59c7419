"""Staff watch a signed message; whoever else asks for it gets nothing."""

import re
from uuid import UUID

import pytest

from db.types import new_id
from db.values.people import Role
from services.settings import Settings
from services.words import sentence
from tests.api.forms_with_files import send
from tests.app import App, Somebody
from tests.people import signed_up, somebody_as
from tests.services.feedback.telling import an_mp4
from tests.services.storage.keeping import take_away

FILM = an_mp4(2_500_000)


@pytest.fixture
async def video(app: App) -> str:
    """The address of the video of a message."""
    reply = await send(app.somebody(), FILM)
    return f"/api{reply.headers['location']}/video"


@pytest.fixture
async def dana(app: App) -> Somebody:
    """A preparer at a browser."""
    return await somebody_as(app, Role.PREPARER)


async def test_a_video_comes_back_as_it_was_sent_and_only_as_a_file(dana: Somebody, video: str) -> None:
    reply = await dana.http_client.get(video)
    assert (reply.status_code, reply.content) == (200, FILM)
    headers = reply.headers
    assert (headers["content-type"], headers["content-length"]) == ("video/mp4", str(len(FILM)))
    assert re.fullmatch(r'attachment; filename="[2-9A-Z]{4}-[2-9A-Z]{4}\.mp4"', headers["content-disposition"])
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert headers["x-content-type-options"] == "nosniff"
    assert (headers["cache-control"], headers["accept-ranges"]) == ("private, no-store", "bytes")
    assert "content-encoding" not in headers


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("0-99", 0, 100), ("1048570-1048580", 1048570, 1048581), ("-10", 2_499_990, 2_500_000)]
)
async def test_a_part_of_a_video_can_be_watched(dana: Somebody, video: str, asked: str, start: int, end: int) -> None:
    reply = await dana.http_client.get(video, headers={"Range": f"bytes={asked}"})
    assert (reply.status_code, reply.content) == (206, FILM[start:end])
    assert reply.headers["content-range"] == f"bytes {start}-{end - 1}/{len(FILM)}"
    assert reply.headers["content-length"] == str(end - start)


async def test_a_part_that_is_not_there_is_a_416(dana: Somebody, video: str) -> None:
    reply = await dana.http_client.get(video, headers={"Range": "bytes=2500000-"})
    assert (reply.status_code, reply.headers["content-range"]) == (416, "bytes */2500000")


async def test_an_administrator_may_watch_it_too(app: App, video: str) -> None:
    lee = await somebody_as(app, Role.ADMINISTRATOR)
    assert (await lee.http_client.get(video)).status_code == 200


async def test_nobody_else_may_watch_it(app: App, video: str) -> None:
    for somebody in (app.somebody(), await signed_up(app)):
        reply = await somebody.http_client.get(video)
        assert (reply.status_code, reply.headers["content-type"]) == (403, "application/problem+json")


async def test_a_message_that_is_not_there_or_has_no_video_is_a_404(app: App, dana: Somebody) -> None:
    written = await send(app.somebody(), message="Only text.")
    for address in (f"/api{written.headers['location']}/video", f"/api/feedback/{new_id()}/video"):
        assert (await dana.http_client.get(address)).status_code == 404


async def test_a_video_that_somebody_changed_where_it_lies_is_not_shown(app: App, dana: Somebody, video: str) -> None:
    [file_id] = await app.house.feedback_videos.ids()
    first = app.house.settings.data_dir / "files" / "feedback_video" / str(UUID(str(file_id))) / "000000"
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    assert (await dana.http_client.get(video)).status_code == 500


async def test_while_the_store_is_away_the_form_comes_back_with_the_text_and_says_what_happened(
    app: App, settings: Settings
) -> None:
    take_away(settings.files_folder / "feedback_video")
    somebody = app.somebody()
    reply = await send(somebody, FILM, message="The captions are small.")
    assert (reply.status_code, reply.headers["location"].split("?")[0]) == (303, "/feedback")
    page = (await somebody.http_client.get(reply.headers["location"])).text
    assert sentence("feedback.video_not_stored") in page
    assert "The captions are small." in page
