"""Who may see a customer's data now, as the customer reads it on their account."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from db.tables.staff import Assignment, EmergencyAccess
from db.values.people import Role
from services import policy
from services.house import DbSession
from services.staff import names
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Seer:
    """One of us who may see the customer: as what and since when, or in an emergency (without a role) until when."""

    name: str
    role: Role | None
    since: datetime
    until: datetime | None


async def who_may_see(session: DbSession, person: Person) -> list[Seer]:
    """Everybody of our team who may see this person's data now, those in an emergency first."""
    policy.accounts.SEE.require(person)
    now, mine = session.house.clock.now(), person.person_id
    assigned = select(Assignment).where(Assignment.customer_id == mine, col(Assignment.ended_at).is_(None))
    urgent = select(EmergencyAccess).where(EmergencyAccess.customer_id == mine, EmergencyAccess.expires_at > now)
    assignments = (await session.exec(assigned.order_by(col(Assignment.begun_at)))).all()
    emergencies = (await session.exec(urgent.order_by(col(EmergencyAccess.begun_at)))).all()
    called = await names.of(session, [each.staff_id for each in assignments] + [each.staff_id for each in emergencies])
    return [
        *(Seer(called[each.staff_id], None, each.begun_at, each.expires_at) for each in emergencies),
        *(Seer(called[each.staff_id], Role(each.role), each.begun_at, None) for each in assignments),
    ]
