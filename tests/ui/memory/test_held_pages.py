"""However many pages are opened, a process holds a bounded number of them, and tells whoever loses one."""

from typing import Any

import pytest
from nicegui import Client, core

from services.settings import Settings
from tests.app import App, Somebody
from tests.people import guest, signed_up
from tests.ui.closing import is_closed
from ui.memory import held_pages

MOST = 10
GONE = 1_000_000
"""No page has an element of this number any more: whoever presses it does something all the same."""
PAGE = "/display"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings with room for ten pages, and one more for who is signed in."""
    return settings.model_copy(update={"most_pages": MOST})


@pytest.fixture(autouse=True)
def _few_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few pages of one visitor, and few of one place."""
    monkeypatch.setattr(held_pages, "_OF_ONE_VISITOR", 2)
    monkeypatch.setattr(held_pages, "_OF_ONE_PLACE", 4)


async def _opens(somebody: Somebody, path: str = PAGE, status: int = 200) -> Client:
    """Load a page and connect to it, as a browser does."""
    reply = await somebody.http_client.get(path)
    assert reply.status_code == status
    page = list(Client.instances.values())[-1]
    await page.handle_handshake(f"socket of {page.id}", "tab", None, "document", None)
    return page


def _press_something(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    socket = f"socket of {page.id}"
    monkeypatch.setattr(core.sio, "rooms", lambda _: [socket, page.id])
    message: dict[str, Any] = {"client_id": page.id, "id": GONE, "listener_id": "a listener", "args": []}
    core.sio.handlers["/"]["event"](socket, message)


async def test_the_page_that_somebody_used_longest_ago_is_given_up_and_says_so(
    app: App, parting: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody = await guest(app)
    first, second = await _opens(somebody), await _opens(somebody)
    _press_something(first, monkeypatch)
    third = await _opens(somebody)
    await is_closed(second)
    assert not first.is_deleted
    assert not third.is_deleted
    [said] = parting
    assert said.startswith("mbtq.giveUp(")
    assert "You have many pages open here." in said
    assert "Load this page again" in said


async def test_a_page_that_lost_its_connection_is_given_up_before_one_that_is_open(
    app: App, parting: list[str]
) -> None:
    somebody = await guest(app)
    first, second = await _opens(somebody), await _opens(somebody)
    second.handle_disconnect(f"socket of {second.id}")
    await _opens(somebody)
    await is_closed(second)
    assert not first.is_deleted


async def test_a_person_has_one_bound_on_all_of_their_devices(app: App, parting: list[str]) -> None:
    laptop, other = await signed_up(app), await signed_up(app)
    first = await _opens(laptop)
    theirs = [await _opens(other), await _opens(other)]
    phone = app.somebody()
    phone.http_client.cookies = laptop.http_client.cookies
    await _opens(phone)
    await _opens(phone)
    await is_closed(first)
    assert not any(page.is_deleted for page in theirs)


async def test_whoever_has_no_session_is_counted_with_others_at_their_place(app: App, parting: list[str]) -> None:
    first, *_ = [await _opens(app.somebody()) for _ in range(5)]
    await is_closed(first)


async def test_pages_of_guests_make_room_and_those_of_people_who_are_signed_in_stay(
    app: App, parting: list[str]
) -> None:
    rosa = await signed_up(app)
    hers = await _opens(rosa)
    guests = [await _opens(await guest(app)) for _ in range(MOST)]
    await is_closed(guests[0])
    assert not hers.is_deleted
    assert not any(page.is_deleted for page in guests[1:])
    assert "Very many pages are open at the moment." in parting[0]


async def _full_of_people(app: App) -> list[Somebody]:
    people = [await signed_up(app) for _ in range(MOST // 2)]
    for one in people * 2:
        await _opens(one)
    return people


async def test_without_room_a_stranger_reads_when_to_come_back_and_who_signs_in_is_let_in(
    app: App, parting: list[str]
) -> None:
    await _full_of_people(app)
    stranger, before = app.somebody(), len(Client.instances)
    for path in (PAGE, "/nowhere"):
        reply = await stranger.http_client.get(path)
        assert (reply.status_code, reply.headers["retry-after"]) == (503, "60")
        assert "<h1>Many people are here right now</h1>" in reply.text
        assert 'href="/sign-in"' in reply.text
        assert "<script" not in reply.text
    assert len(Client.instances) == before, "nothing of a page that was refused is kept"
    await _opens(stranger, "/sign-in")
    assert not parting


async def test_the_reserve_for_people_who_are_signed_in_is_bounded_too(app: App, parting: list[str]) -> None:
    await _full_of_people(app)
    one_more, too_many = await signed_up(app), await signed_up(app)
    await _opens(one_more)
    reply = await too_many.http_client.get(PAGE)
    assert reply.status_code == 503
    assert 'href="/sign-in"' not in reply.text
    assert not parting


async def test_few_people_with_many_pages_make_room_for_everybody_else_down_to_a_fair_share(
    app: App, parting: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_pages, "_OF_ONE_VISITOR", 6)
    monkeypatch.setattr(held_pages, "_FAIR_SHARE", 4)
    many, few = await signed_up(app), await signed_up(app)
    of_many, of_few = [await _opens(many) for _ in range(6)], [await _opens(few) for _ in range(4)]
    await _opens(app.somebody())
    await is_closed(of_many[0])
    rosa = [await _opens(await signed_up(app)) for _ in range(2)]  # the first takes the place of who is a stranger
    await is_closed(of_many[1])
    assert not any(page.is_deleted for page in [*of_many[2:], *of_few, *rosa])
    assert (await app.somebody().http_client.get(PAGE)).status_code == 503


async def test_who_has_more_than_a_fair_share_makes_room_for_themselves(
    app: App, parting: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_pages, "_OF_ONE_VISITOR", 6)
    monkeypatch.setattr(held_pages, "_FAIR_SHARE", 4)
    one, other = await signed_up(app), await signed_up(app)
    of_one, of_other = [await _opens(one) for _ in range(5)], [await _opens(other) for _ in range(5)]
    await _opens(other)
    await is_closed(of_other[0])
    assert not any(page.is_deleted for page in of_one)


async def test_a_page_that_was_left_is_counted_no_more(app: App, parting: list[str]) -> None:
    somebody = await guest(app)
    for _ in range(5):
        (await _opens(somebody)).delete()
    assert not parting
