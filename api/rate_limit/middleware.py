"""Counts requests, tells on each answer where the caller stands, and refuses what is beyond the limit."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.rate_limit.answers import headers_of, refusal
from api.rate_limit.callers import caller_of
from api.rate_limit.counting import Together, limit_of, shared_limit
from services.house import House
from services.sharing import Standing

_NOT_COUNTED = ("/assets/", "/_nicegui/", "/favicon.ico", "/api/internal/")
"""Files, and what monitors ask: a page needs many of them, and they cost little. A web socket is no request."""


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
        request = Request(scope)
        standing, together = await _standing(request, house)
        if not standing.allowed:
            await refusal(request, standing, together)(scope, receive, send)
            return
        told = headers_of(standing)

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self.app(scope, receive, send_told)


async def _standing(request: Request, house: House) -> tuple[Standing, Together]:
    """Where the caller stands, or where they are refused; and who else is counted with them there."""
    caller = await caller_of(request, house)
    own = await house.shared.hit(limit_of(request.url.path, caller), caller.who)
    shared = shared_limit(request, caller, own, house) if own.allowed else None
    if shared:
        of_all = await house.shared.hit(shared.limit, shared.who)
        if not of_all.allowed:
            return of_all, shared.together
    return own, Together.PLACE if caller.is_a_place else Together.ALONE
