"""What a request counts for: its caller, for a guest also the place, and for who has signed in also their account.

To become a guest takes one request, and a further session of one's own takes two. If each were only counted for itself,
one address or one account could ask without end.
"""

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request

from api.rate_limit.callers import Caller, place_at
from services.house import House
from services.sharing import Limit, Standing

_WAY_IN = ("/sign-in", "/api/forms/sign-in", "/api/forms/passkey-sign-in", "/api/passkeys/sign-in")
"""Counted apart: who shares a place with many others must be able to sign in, to be counted for themselves."""
_PARTS, _PARTS_FOR_A_REQUEST = "/api/documents/uploads", 4
"""A file is a request for each megabyte. Counted apart, it leaves the pages of its sender alone."""
SOCKET = "/_nicegui_ws/"
_POLLS_FOR_A_REQUEST, _POLLS_AT_A_PLACE = 12, 60
"""Where no web socket gets through, a page asks for news: each four seconds, and with each thing that somebody does.

Counted apart, too. Of people without a session at one place, such as a school, all count together.
"""
MAKES_GUESTS = frozenset({"/api/forms/estimate", "/api/forms/intake"})
"""Where somebody without a session becomes a guest."""
_NEW_GUESTS_SHARE = 0.3
"""Of the requests of a place, so many may make a guest: 30 of 100."""
_GUESTS_OF_A_PLACE = 10
"""So many times the limit, the guests of one place may ask together: a whole school is at work."""
_DEVICES_OF_AN_ACCOUNT = 4
"""So many times the limit, the devices of one account may ask together: as if four were used without a pause."""
_OWN_SHARE = 0.1
"""Of a session's requests, so many are its own alone. By them an owner signs out a device that uses up all others."""


class Together(StrEnum):
    """With whom a caller is counted; the values are the ends of the code of the sentence that says so."""

    ALONE = "alone"
    PLACE = "place"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Shared:
    """A limit beside the caller's own, and for whom it counts."""

    limit: Limit
    who: str
    together: Together


def limit_of(path: str, caller: Caller) -> Limit:
    """How often the caller may ask for this, and for what is counted with it."""
    if path.startswith(SOCKET):
        each = _POLLS_AT_A_PLACE if caller.is_a_place else _POLLS_FOR_A_REQUEST
        return Limit("polls", caller.per_minute * each)
    if path.startswith(_PARTS):
        return Limit("parts of files", caller.per_minute * _PARTS_FOR_A_REQUEST)
    return Limit("sign-in" if path.startswith(_WAY_IN) else "requests", caller.per_minute)


def shared_limit(request: Request, caller: Caller, own: Standing, house: House) -> Shared | None:
    """How often everybody like this caller at their place or in their account may ask; None where no such limit is."""
    if caller.account:
        return _of_account(caller.account, own)
    if limit := _limit_of_place(request, caller, own):
        return Shared(limit, place_at(request, house), Together.PLACE)
    return None


def _of_account(account: str, own: Standing) -> Shared | None:
    if own.limit.amount - own.left <= max(1, int(own.limit.amount * _OWN_SHARE)):
        return None
    limit = Limit(f"{own.limit.name} of an account", own.limit.amount * _DEVICES_OF_AN_ACCOUNT)
    return Shared(limit, account, Together.ACCOUNT)


def _limit_of_place(request: Request, caller: Caller, own: Standing) -> Limit | None:
    if caller.is_a_guest:
        return Limit(f"{own.limit.name} of guests", own.limit.amount * _GUESTS_OF_A_PLACE)
    if caller.is_a_place and request.method == "POST" and request.url.path in MAKES_GUESTS:
        return Limit("new guests", max(1, int(caller.per_minute * _NEW_GUESTS_SHARE)))
    return None
