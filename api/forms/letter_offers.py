"""How a letter with an offer is answered: yes by who has its address, no by who has its link."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from fastapi import Response

from api.forms.replies import onward
from services.errors import NotAllowed, NotFound
from services.policy.rule import Policy
from services.visitor import Person, Visitor

Accept = Callable[[Person], Awaitable[object]]


async def accepted(visitor: Visitor, accept: Accept, *, rule: Policy, page: str, token: str, to: str) -> Response:
    """Say yes as who is signed in and may by this `rule`, and go on `to` there; others read whose it is."""
    again = onward(f"{page}?{urlencode({'token': token})}")
    if not isinstance(visitor, Person):
        return again
    rule.require(visitor)
    try:
        await accept(visitor)
    except NotAllowed:
        return again
    except NotFound:
        return onward(f"{page}?answer=over")
    return onward(to)


async def declined(decline: Awaitable[object], *, page: str) -> Response:
    """Say no. Whoever holds the letter may be signed in nowhere."""
    try:
        await decline
    except NotFound:
        return onward(f"{page}?answer=over")
    return onward(f"{page}?answer=declined")
