"""What comes over a socket before it is a message. On packets that no page sends, the libraries break with a stack."""

from contextlib import suppress
from functools import partial
from typing import Any

from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OF_ENGINE_IO = tuple("0123456")
_UNHEARD = "nothing"


class PacketCheck:
    """Ends a socket that sends no packet of Engine.IO. What else is wrong in one is seen where it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at what comes over sockets alone."""
        await self.app(scope, partial(_checked, receive) if scope["type"] == "websocket" else receive, send)


async def _checked(receive: Receive) -> Message:
    message = await receive()
    text = message.get("text")
    if message["type"] == "websocket.receive" and text is not None and not text.startswith(_OF_ENGINE_IO):
        return {"type": "websocket.disconnect", "code": 1002}
    return message


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
        if self.packet_type == EVENT:
            return isinstance(self.data, list) and bool(self.data) and isinstance(self.data[0], str)
        return self.packet_type in {CONNECT, DISCONNECT}
