"""Somebody with an estimate or a step of the interview open in a browser: the page as it was loaded, and its socket."""

import asyncio
import html
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import socketio
from aiohttp import ClientSession

ESTIMATE, INTERVIEW = "/tax/2025/estimate", "/tax/2025/interview/w2"
_PATIENCE_SECONDS = 30
_WAGES = "w2.taxpayer.wages"
_ELEMENTS = re.compile(r"parseElements\(String\.raw`(.*?)`\)", re.DOTALL)
_CLIENT = re.compile(r"'client_id': '([0-9a-f-]+)'")


class Person:
    """What they have on the screen, as far as it is needed to change their wages."""

    def __init__(self, page: str, socket: socketio.AsyncClient) -> None:
        self._client_id = _CLIENT.findall(page)[0]
        elements = json.loads(html.unescape(_ELEMENTS.findall(page)[0]))
        [self._field] = [
            (int(number), event["listener_id"])
            for number, element in elements.items()
            if element.get("props", {}).get("data-draft") == _WAGES
            for event in element["events"]
            if event["type"] == "change"
        ]
        self._socket = socket
        self._typed = ""
        self._saved = asyncio.Event()
        socket.on("update", self._update)
        socket.on("disconnect", self._saved.set)

    async def connect(self, address: str) -> None:
        """Open the socket of the page, as its script does."""
        names = ("document_id", "tab_id", "old_tab_id")
        query = {"client_id": self._client_id, "next_message_id": 0, "implicit_handshake": "true"}
        url = f"{address}?{urlencode(query | {name: uuid4() for name in names})}"
        await self._socket.connect(url, transports=["websocket"], socketio_path="/_nicegui_ws/socket.io")

    async def earn(self, dollars: int) -> float:
        """Type other wages and leave the field: seconds until the page has what that changes.

        ConnectionError when the socket was closed before.
        """
        number, listener = self._field
        self._typed = str(dollars)
        self._saved.clear()
        typed = json.dumps([1, self._typed])  # numbered, as by components/field/waiting.js
        event = {"id": number, "client_id": self._client_id, "listener_id": listener, "args": [typed]}
        began = perf_counter()
        await self._socket.emit("event", event)
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await self._saved.wait()
        if not self._socket.connected:
            raise ConnectionError("The house was too slow to keep the socket open.")
        return perf_counter() - began

    async def _update(self, message: dict[str, Any]) -> None:
        """Elements that changed. The field knows what was saved of it, so that no draft of it is kept."""
        field = message.get(str(self._field[0])) or {}
        if field.get("props", {}).get("data-committed") == self._typed:
            self._saved.set()
        await self._socket.emit("ack", {"client_id": self._client_id, "next_message_id": message["_id"] + 1})


@asynccontextmanager
async def with_open_page(address: str, path: str, cookie: str) -> AsyncIterator[Person]:
    """Load a page that asks for wages with this cookie, and stay connected while the block lasts."""
    async with ClientSession(headers={"Origin": address, "Cookie": cookie}) as browser:
        async with browser.get(address + path, allow_redirects=False, raise_for_status=True) as reply:
            page = await reply.text()
        socket = socketio.AsyncClient(reconnection=False, http_session=browser)
        person = Person(page, socket)
        await person.connect(address)
        try:
            yield person
        finally:
            await socket.disconnect()
