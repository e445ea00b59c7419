"""A request names the host that it is for, once, and that is ours (RFC 9112, 3.2; OWASP, Host header).

An answer that leads on within the house says the path alone: no word of a caller becomes the host in it.
"""

from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INSIDE = "/api/internal/"
"""Health and figures: the monitor of a container asks each process at the address of that alone."""


class HostCheck:
    """Refuses what names no host or several (400), or another than `hosts`, which have no port (421)."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], public_url: str) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.public_url = public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is for us; a socket that is not is closed."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif (status := self._problem(scope)) is None:
            await self.app(scope, receive, _leading_by_path(scope, send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            told = f"This request names no host, several, or one that is not ours. We are at {self.public_url}\n"
            await PlainTextResponse(told, status)(scope, receive, send)

    def _problem(self, scope: Scope) -> HTTPStatus | None:
        named = Headers(scope=scope).getlist("host")
        host = _name_in(named[0]) if len(named) == 1 else None
        if host is None:
            return HTTPStatus.BAD_REQUEST
        is_ours = host in self.hosts or scope["path"].startswith(_INSIDE)
        return None if is_ours else HTTPStatus.MISDIRECTED_REQUEST


def _name_in(host: str) -> str | None:
    """The name without its port, as browsers write it; None for what can be no host."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # a ValueError when it is none
    except ValueError:
        return None
    return parts.hostname if parts.netloc == host and "@" not in host else None


def _leading_by_path(scope: Scope, send: Send) -> Send:
    """The router adds a slash, or takes one off, by a whole address made of the Host."""
    here = Headers(scope=scope)["host"]

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            way = urlsplit(headers.get("location", ""))
            if way.netloc == here and not way.path.startswith("//"):
                headers["location"] = way._replace(scheme="", netloc="").geturl()
        await send(message)

    return sent
