"""What a script sends on the socket of a page of its own, by hand: neither faster nor other than a page does."""

import json
import logging
import re

import pytest
from nicegui import Client

from services.settings import Settings
from tests.app import App, Somebody
from tests.security.attempts import Attempts

MOST = 3
GONE = 1_000_000
"""No page has so many elements."""
FORGED = {"QUERY_STRING": "client_id=x&implicit_handshake=true", "HTTP_COOKIE": "session=x"}
RESETS = [['42["disconnect"]', "HELLO"], ["41", "40", "HELLO"], ["40", "HELLO"], ["HELLO"], ['42["disconnect","x"]']]
"""What might begin a new minute. HELLO stands for a handshake."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings with room for few messages a minute."""
    return settings.model_copy(update={"events_per_minute": MOST})


class Script:
    """A socket that is spoken to by long polling, for a page that was loaded."""

    def __init__(self, somebody: Somebody, page: str, address: str) -> None:
        self._http, self._address = somebody.http_client, address
        self.page = page
        told = {"client_id": page, "tab_id": "tab", "document_id": "document", "old_tab_id": None, "next_message_id": 0}
        self.hello = f'42["handshake",{json.dumps(told)}]'

    async def sends(self, packet: str | bytes) -> None:
        """One packet of Engine.IO."""
        await self._http.post(self._address, content=self.hello if packet == "HELLO" else packet)

    async def presses(self) -> None:
        """As if something on the page were pressed."""
        told = {"client_id": self.page, "id": GONE, "listener_id": "a listener", "args": []}
        await self.sends(f'42["event",{json.dumps(told)}]')


async def _script(somebody: Somebody) -> Script:
    page = re.findall(r"'client_id': '([^']+)'", (await somebody.http_client.get("/")).text)[0]
    address = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    opened = (await somebody.http_client.get(address)).text
    script = Script(somebody, page, f"{address}&sid={json.loads(opened[1:])['sid']}")
    for packet in ("40", "HELLO"):
        await script.sends(packet)
    return script


@pytest.mark.parametrize("reset", RESETS)
async def test_no_message_begins_a_new_minute(
    app: App, attempts: Attempts, monkeypatch: pytest.MonkeyPatch, reset: list[str]
) -> None:
    heard: list[int] = []
    monkeypatch.setattr(Client, "handle_event", lambda _, message: heard.append(message["id"]))
    script = await _script(app.somebody())
    for _ in range(4):
        await script.presses()
    assert heard, "the script was heard as long as it had messages in hand"
    for _ in range(2):
        for packet in reset:
            await script.sends(packet)
        for _ in range(MOST):
            await script.presses()
    attempts.tried(f"{reset}", refused=len(heard) <= MOST)


async def test_what_no_page_sends_is_not_acted_on_and_leaves_no_stack(
    app: App, attempts: Attempts, caplog: pytest.LogCaptureFixture
) -> None:
    events = [[name, *told] for name in ("connect", "connect_error", "*", "message") for told in ([], [FORGED])]
    packets: list[str | bytes] = [f"42{json.dumps(each)}" for each in events]
    packets += [
        "x",
        "7",
        "40",
        "d=x",
        "bx",
        b"\xff",
        b"4\xff",
        "²",
        "4" + "[" * 100_000,
        "\x1e".join(["3"] * 17),
        "0",
        "5",
    ]
    with caplog.at_level(logging.WARNING):
        for packet in packets:
            caplog.clear()
            await (await _script(app.somebody())).sends(packet)
            attempts.tried(repr(packet[:60]), refused=not [each for each in caplog.records if each.exc_info])
