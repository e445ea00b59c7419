"""Who a request comes from, what they chose, and where they are."""

import asyncio
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.exc import SQLAlchemyError

from services import preferences
from services.accounts import sessions
from services.accounts.device_names import DeviceName, device_name
from services.accounts.enrolment import DOOR
from services.errors import NotAllowed
from services.house import House
from services.policy.rule import Policy, standing_of
from services.preferences import Preferences
from services.visitor import Guest, Person
from ui import cookies

_PATIENCE_SECONDS = 2.0


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
    request.state.html_attributes = _html_attributes(chosen)
    return visit


def visit_of_a_stranger(request: Request) -> Visit:
    """The same without asking the database: nobody known, in the colours that their cookie brings."""
    chosen = preferences.from_cookie(cookies.read(request, cookies.DISPLAY))
    request.state.html_attributes = _html_attributes(chosen)
    return Visit(Guest(), chosen, request.url.path, request.url.query, is_known=False)


AnyVisit = Annotated[Visit, Depends(visit_of)]


async def visit_if_known(request: Request, house: HouseDep) -> Visit:
    """Who this request comes from; somebody unknown while the database is away, or does not answer soon."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return await visit_of(request, house)
    except (SQLAlchemyError, TimeoutError, OSError):
        return visit_of_a_stranger(request)


ReaderVisit = Annotated[Visit, Depends(visit_if_known)]
"""For a page of words that anybody may read, also while the database is away: then people look for help."""


async def _known(house: House, token: str, device: DeviceName) -> tuple[Person | Guest, Preferences | None]:
    if not token:
        return Guest(), None
    async with house.transaction(DOOR) as session:
        visitor = await sessions.visitor_of(session, token, device=device) or Guest()
        chosen = await preferences.of_account(session, visitor.person_id) if isinstance(visitor, Person) else None
    return visitor, chosen


def _html_attributes(chosen: Preferences) -> dict[str, str]:
    """What the html tag says of colours, text size, motion and alerts; nothing where it is as usual."""
    return {
        f"data-{name.replace('_', '-')}": str(getattr(chosen, name))
        for name in ("theme", "text_size", "motion", "vibration", "glow")
        if getattr(chosen, name) not in {"system", "on"}
    }
