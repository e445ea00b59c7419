"""What is not whole is dropped without a word in the log, also from whoever has the page."""

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


def _all_but(whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [{name: value for name, value in whole.items() if name != missing} for missing in whole]


async def test_a_message_for_ones_own_page_that_lacks_something_is_dropped_quietly(
    app: App, somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.house
    page, heard = await somebody.open("/"), []
    button = next(each for each in page.elements.values() if each._event_listeners)  # pylint: disable=protected-access
    monkeypatch.setattr(core.sio, "rooms", lambda _: [SOCKET, page.id])
    monkeypatch.setattr(Client, "has_socket_connection", True)
    monkeypatch.setattr(type(button), "_handle_event", lambda _, message: heard.append(message["args"]))
    listener = next(iter(button._event_listeners))  # pylint: disable=protected-access
    event: dict[str, Any] = {"client_id": page.id, "id": button.id, "listener_id": listener, "args": ["1", None]}
    answer = {"client_id": page.id, "request_id": "a request", "result": None}
    ack = {"client_id": page.id, "next_message_id": 0}
    wrong = {"id": ["4"], "listener_id": {}, "args": "[]"}
    broken: dict[str, list[dict[str, Any]]] = {
        "event": [
            *_all_but({name: event[name] for name in ("client_id", "id", "listener_id")}),
            *({**event, name: value} for name, value in wrong.items()),
            *({**event, "args": [value]} for value in (5, "no JSON", "[" * 100_000)),
            {**event, "listener_id": "another"},
            {**event, "client_id": [page.id]},
        ],
        "javascript_response": [*_all_but({**answer, "result": 1})[:2], {**answer, "request_id": []}],
        "ack": [*_all_but(ack), {**ack, "next_message_id": "soon"}],
    }
    handlers = core.sio.handlers["/"]
    others: tuple[object, ...] = (None, "a message", [])
    for name, messages in broken.items():
        handlers[name](SOCKET)
        for message in (*others, *messages):
            handlers[name](SOCKET, message)
    handlers["log"](SOCKET)
    assert not heard
    for name, whole in (("event", event), ("javascript_response", answer), ("ack", ack)):
        handlers[name](SOCKET, whole, "something more")
    assert heard == [[1, None]]
