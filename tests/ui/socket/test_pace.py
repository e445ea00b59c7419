"""A page that sends more than any person could is stopped, and the person reads it."""

from typing import Any

import pytest
from nicegui import Client, core

from services.settings import Settings
from tests.app import App, Somebody
from ui.socket.pace import PagePace

SOCKET = "test-socket"
GONE = 1_000_000
"""No page has so many elements."""


class Page:
    """Something that messages are counted for."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings with room for three messages a minute."""
    return settings.model_copy(update={"events_per_minute": 3})


@pytest.fixture(name="clock")
def _clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr("ui.socket.pace.time.monotonic", lambda: now[0])
    return now


def test_a_minute_s_worth_may_come_at_once_and_more_comes_back_evenly(clock: list[float]) -> None:
    pace, page = PagePace(), Page()
    pace.per_minute = 60
    assert [pace.allows(page) for _ in range(61)] == [True] * 60 + [False]
    clock[0] += 1.5
    assert [pace.allows(page) for _ in range(2)] == [True, False]
    clock[0] += 3600
    assert [pace.allows(page) for _ in range(61)] == [True] * 60 + [False]
    assert pace.allows(Page())


def test_a_person_who_types_fast_or_tabs_with_a_screen_reader_never_meets_it(clock: list[float]) -> None:
    pace, page = PagePace(), Page()
    for _ in range(5 * 60 * 8):
        assert pace.allows(page)
        clock[0] += 1 / 8  # eight fields a second, five minutes long


def test_a_page_that_is_gone_leaves_nothing_behind() -> None:
    pace, page = PagePace(), Page()
    pace.allows(page)
    del page
    assert not pace._in_hand  # pylint: disable=protected-access  # it would be seen nowhere else


async def test_what_is_too_fast_is_dropped_and_said_once(
    app: App, somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.house.settings.events_per_minute == 3
    page, heard, said = await somebody.open("/"), [], []
    monkeypatch.setattr(core.sio, "rooms", lambda _: [SOCKET, page.id])
    monkeypatch.setattr(Client, "handle_event", lambda _, message: heard.append(message["id"]))
    monkeypatch.setattr(Client, "run_javascript", lambda _, code: said.append(code))
    monkeypatch.setattr(Client, "has_socket_connection", True)
    for number in range(6):
        message: dict[str, Any] = {"client_id": page.id, "id": GONE + number, "listener_id": "a listener", "args": []}
        core.sio.handlers["/"]["event"](SOCKET, message)
    assert heard == [GONE, GONE + 1, GONE + 2]
    assert said == ["mbtq.tooFast(20)"]  # a third of a minute for each
