"""What a page says to the house over its socket, and a program that says the same from somewhere else."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import socketio
from aiohttp import ClientSession
from playwright.async_api import Page, WebSocket

Refused = socketio.exceptions.ConnectionError
_ITS_OWN = ("EIO", "transport")  # each program says these itself
_EVENT = "42"  # how socket.io marks an event that asks for no receipt


class Overheard:
    """The address of a page's socket and the events on it, from the next page load on."""

    def __init__(self, page: Page) -> None:
        self.url = ""
        self._events: list[Any] = []
        page.on("websocket", self._listen)

    def message_with(self, text: str) -> dict[str, Any]:
        """The message that brought this text to the house."""
        return next(message for name, message in self._events if name == "event" and text in str(message))

    def _listen(self, socket: WebSocket) -> None:
        self.url = socket.url
        socket.on("framesent", self._note)

    def _note(self, frame: str | bytes) -> None:
        if isinstance(frame, str) and frame.startswith(_EVENT):
            self._events.append(json.loads(frame.removeprefix(_EVENT)))


async def cookies_of(page: Page) -> str:
    """What this person's browser sends along with every request."""
    return "; ".join(f"{each.get('name')}={each.get('value')}" for each in await page.context.cookies())


@asynccontextmanager
async def connected(
    url: str, *, origin: str, cookie: str = "", transport: str = "websocket", **instead: str
) -> AsyncIterator[socketio.AsyncClient]:
    """A program on the socket at `url`, as if its page lay at `origin`; Refused if it is not let in.

    `cookie` is what its browser would bring along; `instead` replaces parts of the query.
    """
    parts = urlsplit(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items() if name not in _ITS_OWN} | instead
    address = f"http://{parts.netloc}?{urlencode(query)}"
    async with ClientSession(headers={"Origin": origin, "Cookie": cookie}) as session:
        program = socketio.AsyncClient(reconnection=False, http_session=session)
        await program.connect(address, transports=[transport], socketio_path=parts.path)
        yield program
        await program.disconnect()


def saying_instead(message: dict[str, Any], said: str, instead: str) -> dict[str, Any]:
    """The same message with another text in it."""
    changed: dict[str, Any] = json.loads(json.dumps(message).replace(said, instead))
    return changed
