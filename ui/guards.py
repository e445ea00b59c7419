"""Who may come in. A page takes `house: HouseDep` and `visit: AnyVisit` (or a stricter one), and asks no further."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any, NoReturn
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request

from services import attempts, preferences
from services.accounts import sessions
from services.accounts.device_names import DeviceName, device_name
from services.accounts.enrolment import DOOR
from services.attempts import Attempt
from services.errors import NotAllowed
from services.house import House
from services.policy.rule import Policy, standing_of
from services.preferences import Preferences
from services.staff import using
from services.visitor import Guest, Person
from ui import cookies


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of a person or guest: who they are, what they chose, and where they are.

    Not `is_known` is whoever could not be looked up, because the database is away. `let_in_by` is the rule by which a
    page of staff was opened.
    """

    visitor: Person | Guest
    preferences: Preferences
    path: str
    query: str = ""
    in_demo: bool = False
    is_known: bool = True
    let_in_by: Policy | None = None

    @property
    def address(self) -> str:
        """Where they are, as a link of ours leads there."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def person(self) -> Person:
        """The visitor as somebody with an account, on a page that only they reach. Raises NotAllowed otherwise."""
        if isinstance(self.visitor, Person):
            return self.visitor
        raise NotAllowed


async def _house(request: Request) -> House:  # FastAPI would give a plain function to another thread
    return request.state.house  # type: ignore[no-any-return]  # put there by the lifespan in main.py


HouseDep = Annotated[House, Depends(_house)]


async def visit_of(request: Request, house: HouseDep) -> Visit:
    """Who this request comes from and what they chose; the theme is on the page before its first paint."""
    device = device_name(request.headers.get("user-agent", ""))
    visitor, chosen = await _known(house, cookies.read(request, cookies.SESSION), device)
    chosen = chosen or preferences.from_cookie(cookies.read(request, cookies.DISPLAY))
    visit = Visit(visitor, chosen, request.url.path, request.url.query, house.settings.demo_data)
    request.state.standing = standing_of(visitor).value
    request.state.html_attributes = html_attributes(chosen)
    return visit


def visit_of_a_stranger(request: Request) -> Visit:
    """The same without asking the database: nobody known, in the colours that their cookie brings."""
    chosen = preferences.from_cookie(cookies.read(request, cookies.DISPLAY))
    request.state.html_attributes = html_attributes(chosen)
    return Visit(Guest(), chosen, request.url.path, request.url.query, is_known=False)


AnyVisit = Annotated[Visit, Depends(visit_of)]


async def _signed_in(visit: AnyVisit) -> Visit:
    return visit if isinstance(visit.visitor, Person) else _to_sign_in(visit)


async def _with_session(visit: AnyVisit) -> Visit:
    return _to_sign_in(visit, why="&why=estimate") if visit.visitor == Guest() else visit


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
            return await attempts.take(session, form, token)

    return take


async def _known(house: House, token: str, device: DeviceName) -> tuple[Person | Guest, Preferences | None]:
    if not token:
        return Guest(), None
    async with house.transaction(DOOR) as session:
        visitor = await sessions.visitor_of(session, token, device=device) or Guest()
        chosen = await preferences.of_account(session, visitor.person_id) if isinstance(visitor, Person) else None
    return visitor, chosen


def html_attributes(chosen: Preferences) -> dict[str, str]:
    """What the html tag says of colours, text size, motion and alerts; nothing where it is as usual."""
    return {
        f"data-{name.replace('_', '-')}": str(getattr(chosen, name))
        for name in ("theme", "text_size", "motion", "vibration", "glow")
        if getattr(chosen, name) not in {"system", "on"}
    }
