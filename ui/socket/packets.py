"""What comes over a socket before it is a message. On packets that no page sends, the libraries break with a stack."""

from contextlib import suppress
from functools import partial
from typing import Any
from urllib.parse import parse_qs

from nicegui import core
from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.socket.whole import NAMES

_SOCKETS = "/_nicegui_ws/"
_OF_ENGINE_IO = tuple("0123456")
_POSTED = tuple("134")  # that it closes, that it is there, a message; Engine.IO never answers who posts another
_BETWEEN_PACKETS = "\x1e"
_MOST_POSTED = 16  # Engine.IO breaks on more in one post
_CLOSE = b"1"
_UNHEARD = "nothing"
_OURS = frozenset({None, "/"})  # no page speaks in another namespace


class PacketCheck:
    """Ends a socket that sends no packet of Engine.IO, also by long polling.

    What else is wrong in a packet is seen where it is read.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at what comes over sockets alone."""
        if scope["type"] == "websocket":
            receive = partial(_checked, receive)
        elif scope.get("method") == "POST" and scope["path"].startswith(_SOCKETS):
            _forget_if_closed(scope)
            receive = partial(_checked_body, receive)
        await self.app(scope, receive, send)


def _forget_if_closed(scope: Scope) -> None:
    """Engine.IO breaks on what is posted for a line that has ended, and that it still lists; others it refuses."""
    line_id = parse_qs(scope["query_string"].decode("latin-1")).get("sid", [""])[0]
    if (line := core.sio.eio.sockets.get(line_id)) and line.closed:
        del core.sio.eio.sockets[line_id]


async def _checked(receive: Receive) -> Message:
    message = await receive()
    text = message.get("text")
    if message["type"] == "websocket.receive" and text is not None and not text.startswith(_OF_ENGINE_IO):
        return {"type": "websocket.disconnect", "code": 1002}
    return message


async def _checked_body(receive: Receive) -> Message:
    """All that was posted, in one piece; no more of it is held than Engine.IO would hold."""
    body = b""
    while len(body) <= core.sio.eio.max_http_buffer_size:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return {**message, "body": body if _are_packets(body) else _CLOSE}
    return {"type": "http.request", "body": _CLOSE}


def _are_packets(body: bytes) -> bool:
    try:
        packets = body.decode().split(_BETWEEN_PACKETS)
    except UnicodeDecodeError:
        return False
    return len(packets) <= _MOST_POSTED and all(each.startswith(_POSTED) for each in packets)


class CheckedPacket(Packet):  # type: ignore[misc]  # Socket.IO has no types
    """A packet of Socket.IO. One that no page sends becomes an event that nobody hears."""

    def __init__(self, *told: Any, encoded_packet: object = None, **named: Any) -> None:
        super().__init__(*told, **named)
        if encoded_packet is not None:
            self._take(encoded_packet)

    def _take(self, encoded: object) -> None:
        pieces = 1
        with suppress(ValueError, IndexError, RecursionError):
            pieces = self.decode(encoded) if isinstance(encoded, str) and encoded else 1
        if pieces or not self._is_whole():  # no page sends any in pieces
            self.packet_type, self.namespace, self.id, self.data = EVENT, None, None, [_UNHEARD]

    def _is_whole(self) -> bool:
        if self.namespace not in _OURS:
            return False
        if self.packet_type == EVENT:
            is_event = isinstance(self.data, list) and bool(self.data) and isinstance(self.data[0], str)
            return is_event and self.data[0] in NAMES
        return self.packet_type in {CONNECT, DISCONNECT}
