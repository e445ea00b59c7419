"""Who may come in. A page takes `house: HouseDep` and `visit: AnyVisit` (or a stricter one), and asks no further."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated, Any, NoReturn
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request

from services import attempts
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.attempts import Attempt
from services.errors import NotFound
from services.policy.rule import Policy
from services.staff.roles import using
from services.tax import YEARS
from services.visitor import Guest, Person
from ui import cookies
from ui.visits import AnyVisit, HouseDep, Visit

__all__ = [
    "AnyVisit",
    "HouseDep",
    "ProvedLately",
    "SessionIsOver",
    "SignedIn",
    "Visit",
    "WithSession",
    "attempt_at",
    "for_staff",
    "is_of_unknown_year",
    "signed_in_for",
    "way_to_prove",
    "way_to_second_step",
    "way_to_sign_in",
]


async def _signed_in(request: Request, visit: AnyVisit) -> Visit:
    if isinstance(visit.visitor, Person):
        return visit
    _require_known_year(request)
    return _to_sign_in(visit)


async def _with_session(request: Request, visit: AnyVisit) -> Visit:
    if visit.visitor != Guest():
        return visit
    _require_known_year(request)
    return _to_sign_in(visit, why="&why=estimate")


def _require_known_year(request: Request) -> None:
    """Nobody signs in for the page of a year that we do not know."""
    if is_of_unknown_year(request):
        raise NotFound


def is_of_unknown_year(request: Request) -> bool:
    """Whether it asks for a tax year of which we have no law."""
    return request.path_params.get("tax_year", "") not in {"", *map(str, YEARS)}


def _to_sign_in(visit: Visit, *, why: str = "") -> NoReturn:
    raise HTTPException(303, headers={"Location": way_to_sign_in(visit.address) + why})


def way_to_sign_in(path: str) -> str:
    """The page on which a person signs in, and goes on to a page of ours."""
    return f"/sign-in?next={quote(path)}"


def signed_in_for(page: str) -> Any:
    """A dependency, for what a page sends: somebody with an account. Others sign in, and come back to that page."""

    async def come_in(visit: AnyVisit) -> Visit:
        if isinstance(visit.visitor, Person):
            return visit
        raise HTTPException(303, headers={"Location": way_to_sign_in(page)})

    return Depends(come_in)


SignedIn = Annotated[Visit, Depends(_signed_in)]
WithSession = Annotated[Visit, Depends(_with_session)]
"""A person, or a guest who has begun something. Whose session has ended signs in, reads why, and comes back."""


async def _session_is_over(request: Request, visit: AnyVisit) -> bool:
    return visit.visitor == Guest() and bool(cookies.read(request, cookies.SESSION))


SessionIsOver = Annotated[bool, Depends(_session_is_over)]
"""Whether this browser still brings the token of a session that has ended."""


async def _proved_lately(house: HouseDep, visit: SignedIn) -> Visit:
    if sessions.is_proved_lately(house, visit.person):
        return visit
    raise HTTPException(303, headers={"Location": way_to_prove(visit.address)})


def way_to_prove(path: str) -> str:
    """The page that asks a person to show again that it is them, and leads on to a page of ours."""
    return f"/account/prove?next={quote(path, safe='')}"


def for_staff(rule: Policy) -> Any:
    """A dependency, for a page of staff: whom the rule lets in, and the role that did is written down as used.

    Who works for us and has shown one factor only is led to a second one. NotAllowed for everybody else.
    """

    async def come_in(house: HouseDep, visit: SignedIn) -> Visit:
        if visit.person.lacks_second_step:
            raise HTTPException(303, headers={"Location": "/account/second-step"})
        rule.require(visit.person)
        async with house.transaction(DOOR) as session:
            await using.note(session, visit.person, rule)
        return replace(visit, let_in_by=rule)

    return Depends(come_in)


def way_to_second_step(path: str) -> str:
    """The page that asks who is half-way in for the second step, and leads on to a page of ours."""
    return f"/sign-in/second-step?next={quote(path, safe='')}"


ProvedLately = Annotated[Visit, Depends(_proved_lately)]
"""A person who has shown in the last ten minutes that the account is theirs. Others show it first, and come back.

For pages. The form of such a page asks `sessions.is_proved_lately` and answers with `api.forms.replies.prove_first`;
an action says `proof=True`.
"""


def attempt_at(form: str) -> Callable[[Request, HouseDep], Awaitable[Attempt]]:
    """A dependency: the form as it came back with errors, once; empty when it was not sent yet."""

    async def take(request: Request, house: HouseDep) -> Attempt:
        token = cookies.read(request, cookies.ATTEMPT)
        if not token:
            return Attempt()
        async with house.transaction(attempts.FORMS) as session:
            attempt = await attempts.take(session, form, token)
        if attempt != Attempt():
            request.state.form_came_back = True  # ui/drafts.py: what is typed in it waits on
        return attempt

    return take
