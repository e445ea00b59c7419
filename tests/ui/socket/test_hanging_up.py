"""A page that was closed leaves nothing open, whatever the other end does."""

import asyncio

import pytest
from nicegui import Client, core

from tests.app import App
from tests.people import guest
from tests.ui.closing import is_closed
from tests.ui.socket.raw_socket import RawSocket, raw_socket_of
from ui.memory import held_pages
from ui.socket import hanging_up


@pytest.fixture(autouse=True)
def _one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visitor has one page; a second one makes room. Nobody is waited for long."""
    monkeypatch.setattr(held_pages, "_OF_ONE_VISITOR", 1)
    monkeypatch.setattr(hanging_up, "_PATIENCE_SECONDS", 0.5)


async def _goes_on(program: RawSocket) -> None:
    while True:
        program.say("3")  # that it is there
        await asyncio.sleep(0.1)


async def test_a_program_that_goes_on_after_its_page_was_given_up_loses_its_line(app: App) -> None:
    somebody = await guest(app)
    await somebody.http_client.get("/display")
    page = list(Client.instances.values())[-1]
    others = set(core.sio.eio.sockets)
    async with raw_socket_of(app, page) as program:
        going_on = asyncio.create_task(_goes_on(program))
        try:
            await somebody.http_client.get("/display")
            await is_closed(page)
            assert "mbtq.giveUp" in await program.hears('42["run_javascript"')
            assert await program.hears("41") == "41"
            [line] = core.sio.eio.sockets.keys() - others
            await program.is_closed()
            assert line not in core.sio.eio.sockets
        finally:
            going_on.cancel()


async def test_a_line_that_the_browser_has_closed_is_left_alone(app: App) -> None:
    assert app.house
    before = dict(core.sio.eio.sockets)
    await hanging_up.hang_up("a socket", "a line that is gone")
    assert before == core.sio.eio.sockets
