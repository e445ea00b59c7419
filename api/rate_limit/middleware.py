"""Counts requests, tells on each answer where the caller stands, and refuses what is beyond the limit."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.rate_limit.answers import headers_of, refusal
from api.rate_limit.callers import caller_of
from services.house import House
from services.sharing import Limit

_NOT_COUNTED = ("/assets/", "/_nicegui/", "/_nicegui_ws/", "/favicon.ico", "/api/internal/")
"""Files, the page's own socket, and what monitors ask: a page needs many of them, and they cost little."""
_WAY_IN = ("/sign-in", "/api/forms/sign-in", "/api/forms/passkey-sign-in", "/api/passkeys/sign-in")
"""Counted apart: who shares a place with many others must be able to sign in, to be counted for themselves."""
_PARTS, _PARTS_FOR_A_REQUEST = "/api/documents/uploads", 4
"""A file is a request for each megabyte. Counted apart, it leaves the pages of its sender alone."""


class RateLimit:
    """Lets each caller make so many requests in any minute."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 429."""
        if scope["type"] != "http" or scope["path"].startswith(_NOT_COUNTED):
            await self.app(scope, receive, send)
            return
        house: House = scope["state"]["house"]
        caller = await caller_of(Request(scope), house)
        standing = await house.shared.hit(_limit_at(scope["path"], caller.per_minute), caller.who)
        if not standing.allowed:
            await refusal(Request(scope), standing, shares_a_place=caller.is_a_place)(scope, receive, send)
            return
        told = headers_of(standing)

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self.app(scope, receive, send_told)


def _limit_at(path: str, per_minute: int) -> Limit:
    if path.startswith(_PARTS):
        return Limit("parts of files", per_minute * _PARTS_FOR_A_REQUEST)
    return Limit("sign-in" if path.startswith(_WAY_IN) else "requests", per_minute)
