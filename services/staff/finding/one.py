"""One customer among those whom one finds, for who came here from the list."""

from uuid import UUID

from services import audit, policy
from services.errors import NotFound
from services.house import DbSession
from services.staff.finding.rows import FOUND, those
from services.staff.finding.searching import Found, found
from services.staff.finding.wanted import NO_WORDS, Wanted
from services.visitor import Person


async def found_at(session: DbSession, person: Person, *, customer_id: UUID) -> Found:
    """A customer as the list shows them. The look is written down; NotFound for whom the list does not show."""
    policy.customers.LIST.require(person)
    query = (await those(session, Wanted(), NO_WORDS)).where(FOUND.c.id == customer_id)
    row = (await (await session.connection()).execute(query)).first()
    if row is None:
        raise NotFound
    audit.record(session, person, "customer.find", subject_table="account", subject_id=customer_id)
    return found(session, row)
