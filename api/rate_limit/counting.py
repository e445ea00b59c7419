"""What a request counts for: its caller, and for a guest also the place, which can have many guests.

To become a guest takes one request. If each were only counted for itself, one address could ask without end.
"""

from starlette.requests import Request

from api.rate_limit.callers import Caller
from services.sharing import Limit

_WAY_IN = ("/sign-in", "/api/forms/sign-in", "/api/forms/passkey-sign-in", "/api/passkeys/sign-in")
"""Counted apart: who shares a place with many others must be able to sign in, to be counted for themselves."""
_PARTS, _PARTS_FOR_A_REQUEST = "/api/documents/uploads", 4
"""A file is a request for each megabyte. Counted apart, it leaves the pages of its sender alone."""
MAKES_GUESTS = frozenset({"/api/forms/estimate", "/api/forms/intake"})
"""Where somebody without a session becomes a guest."""
_NEW_GUESTS_SHARE = 0.3
"""Of the requests of a place, so many may make a guest: 30 of 100."""
_GUESTS_OF_A_PLACE = 10
"""So many times the limit, the guests of one place may ask together: a whole school is at work."""


def limit_of(path: str, caller: Caller) -> Limit:
    """How often the caller may ask for this, and for what is counted with it."""
    if path.startswith(_PARTS):
        return Limit("parts of files", caller.per_minute * _PARTS_FOR_A_REQUEST)
    return Limit("sign-in" if path.startswith(_WAY_IN) else "requests", caller.per_minute)


def limit_of_place(request: Request, caller: Caller) -> Limit | None:
    """How often everybody like this caller at their place may ask for it; None where no such limit is."""
    if caller.is_a_guest:
        own = limit_of(request.url.path, caller)
        return Limit(f"{own.name} of guests", own.amount * _GUESTS_OF_A_PLACE)
    if caller.is_a_place and request.method == "POST" and request.url.path in MAKES_GUESTS:
        return Limit("new guests", max(1, int(caller.per_minute * _NEW_GUESTS_SHARE)))
    return None
