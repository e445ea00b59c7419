"""A program that speaks Engine.IO by hand, straight with the application, and keeps to no rule of a browser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlencode

from nicegui import Client

from tests.app import App

PATH = "/_nicegui_ws/socket.io/"
PATIENCE_SECONDS = 20  # a guard: it takes milliseconds


class RawSocket:
    """One web socket: what it is sent, and whether the house has closed it."""

    def __init__(self) -> None:
        self._out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._ended = asyncio.Event()

    def say(self, text: str) -> None:
        """Send one packet."""
        self._out.put_nowait({"type": "websocket.receive", "text": text})

    async def hears(self, beginning: str) -> str:
        """Wait for a packet that begins so; TimeoutError if none comes."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                text = str((await self._heard.get()).get("text", ""))
                if text.startswith(beginning):
                    return text

    async def is_closed(self) -> None:
        """Come back once the house has closed it; TimeoutError if it never does."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._ended.wait()

    async def serve(self, asgi: Any, scope: dict[str, Any]) -> None:
        """Stand between the application and whoever speaks, as the server does."""
        self._out.put_nowait({"type": "websocket.connect"})

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "websocket.close":
                self._out.put_nowait({"type": "websocket.disconnect", "code": 1000})
            self._heard.put_nowait(message)

        await asgi(scope, self._out.get, send)
        self._ended.set()


@asynccontextmanager
async def raw_socket(app: App, *, cookie: str = "", **query: str) -> AsyncIterator[RawSocket]:
    """One that is open while the block lasts, of whoever brings this cookie."""
    socket = RawSocket()
    serving = asyncio.create_task(socket.serve(app.with_state, _scope(app.origin, cookie, query)))
    try:
        yield socket
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


@asynccontextmanager
async def raw_socket_of(app: App, page: Client) -> AsyncIterator[RawSocket]:
    """One that has shaken hands for a page, with the cookies that came with it."""
    cookie = "; ".join(f"{name}={value}" for name, value in page.request.cookies.items())
    ids = {"client_id": page.id, "tab_id": "tab", "document_id": "document", "next_message_id": "0"}
    async with raw_socket(app, cookie=cookie, implicit_handshake="true", **ids) as socket:
        await socket.hears("0")
        socket.say("40")
        await socket.hears("40")
        yield socket


def _scope(origin: str, cookie: str, query: dict[str, str]) -> dict[str, Any]:
    headers = {"host": origin.partition("//")[2], "origin": origin, "cookie": cookie}
    headers |= {"connection": "Upgrade", "upgrade": "websocket"}
    return {
        "type": "websocket",
        "path": PATH,
        "raw_path": PATH.encode(),
        "root_path": "",
        "scheme": "ws",
        "query_string": urlencode({"EIO": "4", "transport": "websocket", **query}).encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 4711),
        "server": ("localhost", 80),
        "subprotocols": [],
        "asgi": {"version": "3.0"},
    }
