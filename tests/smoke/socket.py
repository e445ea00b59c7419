"""The socket of a page (Engine.IO 4 under Socket.IO 5): without it nobody can type or press anything."""

import asyncio
import json
import re
from urllib.parse import urlencode
from uuid import uuid4

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.typing import Origin

from tests.smoke.site import Failed, Site, demand

_PATIENCE_SECONDS = 10
_OPEN, _PING, _PONG, _CONNECT = "0", "2", "3", "40"


async def socket(site: Site) -> str:
    """A page that was just loaded gets its socket, and a page of another site does not."""
    page = (await site.get("/")).text
    found = re.search(r"query: \{'client_id': '([0-9a-f-]+)'", page)
    demand(seen="a page without the id of its socket", expected="an id", holds=found is not None)
    address = _address(site, found[1] if found else "")
    try:
        await _shake_hands(address, site.origin, site.cookies)
    except (OSError, WebSocketException, TimeoutError) as refusal:
        seen = f"no socket ({refusal or type(refusal).__name__})"
        raise Failed(seen, "a socket; a proxy must pass Upgrade and Origin on") from None
    try:
        await _shake_hands(address, "https://somebody-else.example", site.cookies)
    except (InvalidHandshake, WebSocketException):
        return "our own page gets one, another site does not"
    raise Failed("a page of another site got a socket", "it is refused")


def _address(site: Site, client_id: str) -> str:
    query = urlencode(
        {
            "EIO": 4,
            "transport": "websocket",
            "client_id": client_id,
            "tab_id": str(uuid4()),
            "document_id": str(uuid4()),
            "next_message_id": 0,
            "implicit_handshake": "true",
        }
    )
    return f"{site.origin.replace('http', 'ws', 1)}/_nicegui_ws/socket.io/?{query}"


async def _shake_hands(address: str, origin: str, cookies: str) -> None:
    """With the cookies of the page, as a browser does: by one of them a proxy finds the process that made the page."""
    headers = {"Cookie": cookies} if cookies else {}
    async with connect(
        address, origin=Origin(origin), additional_headers=headers, open_timeout=_PATIENCE_SECONDS
    ) as opened:
        hello = str(await opened.recv())
        demand(seen=hello[:40], expected="the greeting of Engine.IO", holds=hello.startswith(_OPEN))
        demand(seen=hello[:40], expected="a session id", holds="sid" in json.loads(hello.removeprefix(_OPEN)))
        await opened.send(_CONNECT)
        while (answer := str(await asyncio.wait_for(opened.recv(), _PATIENCE_SECONDS))) == _PING:
            await opened.send(_PONG)
        demand(seen=answer[:40], expected="the page is let in", holds=answer.startswith(_CONNECT))
