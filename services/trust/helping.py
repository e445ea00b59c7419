"""What somebody may see or do for customers who trust them. It is asked anew each time, and is over on the second."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from db.tables.customers.trust import TrustedAccess
from db.tables.people import Preference
from db.values.people import CommunicationPreference
from db.values.trust import Right, TrustEnd
from services import audit
from services.errors import NotFound
from services.house import DbSession, House
from services.trust import ending, rows
from services.trust.rows import DESK
from services.visitor import Person

_USED = text("select app_uses_trust(:access_id, :at)")


@dataclass(frozen=True, slots=True)
class Helping:
    """One customer who trusts the person that asks: the name they signed with, and for what and until when."""

    access_id: UUID
    customer_id: UUID
    name: str
    rights: frozenset[Right]
    until: datetime

    @property
    def may_change(self) -> bool:
        """Whether estimates may be changed, and not only be seen."""
        return Right.CHANGE_ESTIMATES in self.rights

    @property
    def may_add_documents(self) -> bool:
        """Whether documents may be added, and not only be seen."""
        return Right.ADD_DOCUMENTS in self.rights


async def customers(session: DbSession, person: Person) -> list[Helping]:
    """Everybody who trusts this person now, in the order in which that began."""
    query = select(TrustedAccess).where(
        TrustedAccess.trusted_id == person.person_id, *rows.open_at(session.house.clock.now())
    )
    found = await session.exec(query.order_by(col(TrustedAccess.accepted_at), col(TrustedAccess.id)))
    return [helping(session, row) for row in found]


async def talk_of(session: DbSession, person: Person, customer: Helping) -> CommunicationPreference | None:
    """How the customer talks with us; None without the right to see that, and while they have chosen nothing."""
    if Right.SEE_TALK not in customer.rights:
        return None
    query = select(Preference.talk).where(Preference.account_id == customer.customer_id)
    talk = (await session.exec(query)).first()
    seen = customer.customer_id
    audit.record(
        session, person, "trust.talk_seen", subject_table="preference", subject_id=seen, about=seen, reason="trusted"
    )
    await note_use(session, customer)
    return CommunicationPreference(talk) if talk else None


async def leave(house: House, person: Person, *, access_id: UUID) -> None:
    """Give up what one was trusted with. NotFound if it is over, or somebody else's."""
    query = select(TrustedAccess).where(TrustedAccess.trusted_id == person.person_id, TrustedAccess.id == access_id)
    async with house.transaction(DESK) as session:
        row = (await session.exec(query.where(*rows.open_at(house.clock.now())).with_for_update())).first()
        if row is None:
            raise NotFound
        await ending.end(session, DESK, row, by=TrustEnd.TRUSTED)


async def still_open(session: DbSession, person: Person, access_id: UUID) -> bool:
    """Whether an access of this person is neither ended nor over."""
    query = select(TrustedAccess.id).where(TrustedAccess.trusted_id == person.person_id, TrustedAccess.id == access_id)
    return (await session.exec(query.where(*rows.open_at(session.house.clock.now())))).first() is not None


async def note_use(session: DbSession, customer: Helping) -> None:
    """Write down that it was used, for the customer to see. The person has no other way to change the row."""
    values = {"access_id": customer.access_id, "at": session.house.clock.now()}
    await (await session.connection()).execute(_USED, values)


def helping(session: DbSession, row: TrustedAccess) -> Helping:
    """A row as the trusted person sees it."""
    rights = frozenset(Right(each) for each in row.rights)
    return Helping(row.id, row.account_id, rows.signed_of(session.house, row), rights, row.expires_at)
