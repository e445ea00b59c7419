"""The people whom a customer trusts: what each may see or do, until when, and when it was used."""

from collections.abc import Callable, Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import Press
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from db.values.trust import Right
from services import policy
from services.house import DbSession, House
from services.trust import keeping
from services.trust.keeping import Access
from services.visitor import Person
from services.words import sentence
from ui.actions import action
from ui.guards import HouseDep, SignedIn, Visit
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.trust.access_list import AccessList, Change


@action("trust.change_rights", policy.trust.GIVE, proof=True)
async def change_rights(session: DbSession, visitor: Person, rights: tuple[Right, ...], *, access_id: UUID) -> Access:
    """Let a trusted person see or do something else."""
    return await keeping.change_rights(session, visitor, rights, access_id=access_id)


@action("trust.end", policy.trust.GIVE)
async def end(session: DbSession, visitor: Person, *, access_id: UUID) -> Access:
    """End an access, or take an invitation back."""
    return await keeping.end(session, visitor, access_id=access_id)


@ui.page("/account/trusted", reconnect_timeout=STAYS_SECONDS)
async def trusted_page(house: HouseDep, visit: SignedIn, done: Annotated[Literal["", "sent"], Query()] = "") -> None:
    """List everybody, with a way to change and end each, and the way to invite."""
    policy.trust.GIVE.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found = await keeping.accesses(session, visit.person)
    with page_frame(sentence("trust.title"), visit, way=[Crumb("Your account", "/account")]):
        if done:
            with notice("good"):
                paragraph(sentence("trust.sent"))
        paragraph(sentence("trust.intro"))
        with row():
            link(sentence("trust.invite"), "/account/trusted/invite", kind="main")
        _list(house, visit, found)


def _list(house: House, visit: Visit, found: Sequence[Access]) -> None:
    shown = AccessList(found, house.clock.now())

    def to_change(access_id: UUID) -> Change:
        return change_rights.by(house, visit, then=lambda access: again(shown.changed, access), access_id=access_id)

    def to_end(access_id: UUID) -> Press:
        return end.by(house, visit, then=lambda access: again(shown.ended, access), access_id=access_id)

    def again(say: Callable[[Access], None], access: Access) -> None:
        say(access)
        shown.draw(to_change, to_end)

    shown.draw(to_change, to_end)
