"""Requests that change something, and sockets, must come from our own pages (OWASP, CSRF prevention)."""

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from services.words import sentence
from ui.failures.still_page import still_page
from ui.visits import visit_of_a_stranger

_HARMLESS = {"GET", "HEAD", "OPTIONS"}
_SOCKET = "/_nicegui_ws/"


class OriginCheck:
    """Refuses what another site sends in a visitor's name; `origins` are ours, as `https://host[:port]`."""

    def __init__(self, app: ASGIApp, *, origins: Iterable[str]) -> None:
        self.app = app
        self.origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it is ours or harmless; else 403, or a closed socket."""
        if scope["type"] not in {"http", "websocket"} or self._may_pass(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _refusal(Request(scope))(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        origin = Headers(scope=scope).get("origin")
        if origin is not None and origin in self.origins:
            return True
        if scope["type"] == "websocket":
            return False
        if scope["path"].startswith(_SOCKET):  # a page polling its own server sends no Origin with GET
            return origin is None and scope["method"] in _HARMLESS
        return scope["method"] in _HARMLESS or (origin is None and self._is_no_browser(scope))

    @staticmethod
    def _is_no_browser(scope: Scope) -> bool:
        """A partner's program: it names no origin, carries no cookie, and has no business with our forms."""
        headers = Headers(scope=scope)
        is_form = scope["path"].startswith("/api/forms/")
        return "cookie" not in headers and "sec-fetch-site" not in headers and not is_form


def _refusal(request: Request) -> Response:
    """A page for whoever sent a form, a line for a program."""
    path = request.url.path
    if path.startswith("/api/") and not path.startswith("/api/forms/"):
        return PlainTextResponse("This request came from another site.", 403)
    talk = visit_of_a_stranger(request).preferences.talk
    told = [sentence(f"page.other_site.{part}") for part in ("what", "kept", "do")]
    return HTMLResponse(still_page(sentence("page.other_site.title"), told, talk=talk), 403)
