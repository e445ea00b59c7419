"""How a letter with an offer is answered: yes by who has its address, no by who has its link."""

from dataclasses import dataclass
from typing import Annotated, Protocol
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import onward
from services import policy
from services.errors import NotAllowed, NotFound
from services.house import House
from services.policy.rule import Policy
from services.visitor import Person, Visitor
from ui.guards import AnyVisit, HouseDep


class Accept(Protocol):
    """Says yes as this person. NotFound for a link that is over, NotAllowed for who is not written to."""

    async def __call__(self, house: House, person: Person, *, token: str) -> None: ...


class Decline(Protocol):
    """Says no, whoever it is that holds the letter. NotFound for a link that is over."""

    async def __call__(self, house: House, *, token: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of letter. It leads to the `page`; who says yes there, and may by this `rule`, goes on `to` there.

    `forms` is where the paths of the two forms begin.
    """

    forms: str
    page: str
    to: str
    rule: Policy
    accept: Accept
    decline: Decline


def answers_to(letter: Letter) -> APIRouter:
    """The two forms by which it is answered."""
    router = APIRouter(route_class=FormRoute)

    @router.post(f"{letter.forms}/accept")
    async def accept(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
        return await _accepted(letter, house, visit.visitor, token)

    @router.post(f"{letter.forms}/decline")
    async def decline(house: HouseDep, visit: AnyVisit, token: Annotated[str, Form()] = "") -> Response:
        policy.accounts.ANSWER_LETTER.require(visit.visitor)
        return await _declined(letter, house, token)

    return router


async def _accepted(letter: Letter, house: House, visitor: Visitor, token: str) -> Response:
    """Yes, from who is signed in with the address of the letter; others read on the page whose it is."""
    again = onward(f"{letter.page}?{urlencode({'token': token})}")
    if not isinstance(visitor, Person):
        return again
    letter.rule.require(visitor)
    try:
        await letter.accept(house, visitor, token=token)
    except NotAllowed:
        return again
    except NotFound:
        return onward(f"{letter.page}?answer=over")
    return onward(letter.to)


async def _declined(letter: Letter, house: House, token: str) -> Response:
    """No. Whoever holds the letter may be signed in nowhere."""
    try:
        await letter.decline(house, token=token)
    except NotFound:
        return onward(f"{letter.page}?answer=over")
    return onward(f"{letter.page}?answer=declined")
