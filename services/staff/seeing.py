"""Who may see a customer's data now, as the customer reads it on their account.

Of a joint return both people read the same: who sees it through one of them sees the data of both.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from db.tables.staff import Assignment, EmergencyAccess
from db.values.people import Role
from services import policy
from services.house import DbSession
from services.staff import names
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Seer:
    """One of us who may see the customer: as what and since when, or in an emergency (without a role) until when.

    With a `tax_year` it is the joint return of that year that they see, whole, through one of its two people.
    """

    name: str
    role: Role | None
    since: datetime
    until: datetime | None
    tax_year: int | None = None


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
        *await _who_may_see_joint_returns(session),
    ]


async def _who_may_see_joint_returns(session: DbSession) -> list[Seer]:
    columns = ("tax_year", "staff_id", "since", "until")
    found = func.app_who_reads_my_joint_returns().table_valued(*columns)
    in_order = select(*(found.c[each] for each in columns)).order_by(found.c.until, found.c.tax_year, found.c.since)
    rows = (await (await session.connection()).execute(in_order)).all()
    called = await names.of(session, [row.staff_id for row in rows])
    return [
        Seer(called[row.staff_id], None if row.until else Role.PREPARER, row.since, row.until, row.tax_year)
        for row in rows
    ]
