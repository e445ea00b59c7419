"""A handshake that is not whole is refused without a word in the log, also from whoever has the page."""

from typing import Any
from urllib.parse import urlencode

import pytest
from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as Refused

from tests.app import App, Somebody

SOCKET = "test-socket"
WHOLE = {"tab_id": "a tab", "document_id": "a document", "next_message_id": "0"}
BROKEN: list[dict[str, Any]] = [
    *({key: value for key, value in WHOLE.items() if key != missing} for missing in ("tab_id", "document_id")),
    {**WHOLE, "next_message_id": "soon"},
]


async def test_a_handshake_for_ones_own_page_that_lacks_something_is_refused_quietly(
    app: App, somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.house
    page, taken = await somebody.open("/"), []

    async def take(_: Client, *told: object) -> None:
        taken.append(told)

    cookie = "; ".join(f"{name}={value}" for name, value in page.request.cookies.items())
    monkeypatch.setattr(Client, "accept_handshake", lambda *_: True)
    monkeypatch.setattr(Client, "handle_handshake", take)
    monkeypatch.setattr(core.sio, "get_environ", lambda _: {"HTTP_COOKIE": cookie})
    connect, shake = (core.sio.handlers["/"][name] for name in ("connect", "handshake"))

    def environ(told: dict[str, Any]) -> dict[str, str]:
        query = {"client_id": page.id, "implicit_handshake": "true", **told}
        return {"QUERY_STRING": urlencode(query), "HTTP_COOKIE": cookie}

    for told in BROKEN:
        with pytest.raises(Refused):
            await connect(SOCKET, environ(told))
        assert not await shake(SOCKET, {"client_id": page.id, **told})
    for message in ({"client_id": page.id, **WHOLE, "tab_id": ["a tab"]}, {**WHOLE}, "a handshake", None):
        assert not await shake(SOCKET, message)
    assert not await shake(SOCKET)
    assert not taken
    await connect(SOCKET, environ(WHOLE))
    assert await shake(SOCKET, {"client_id": page.id, **WHOLE, "old_tab_id": None, "next_message_id": 0})
    assert [told[:4] for told in taken] == 2 * [(SOCKET, "a tab", None, "a document")]
