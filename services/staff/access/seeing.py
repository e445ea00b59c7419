"""Who may see a customer's data now, as the customer reads it on their account.

Of a joint return both people read the same: who sees it through one of them sees the data of both.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import select

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

    staff_id: UUID
    name: str
    role: Role | None
    since: datetime
    until: datetime | None
    tax_year: int | None = None


async def who_may_see(session: DbSession, person: Person) -> list[Seer]:
    """Everybody of our team who may see this person's data now, those in an emergency first."""
    policy.accounts.SEE.require(person)
    found = func.app_who_sees_me().table_valued("staff_id", "role", "since", "until")
    in_order = select(found.c.staff_id, found.c.role, found.c.since, found.c.until)
    in_order = in_order.order_by(found.c.until.is_(None), found.c.since)
    rows = (await (await session.connection()).execute(in_order)).all()
    called = await names.of(session, [row.staff_id for row in rows])
    return [
        *(
            Seer(row.staff_id, called[row.staff_id], Role(row.role) if row.role else None, row.since, row.until)
            for row in rows
        ),
        *await _who_may_see_joint_returns(session),
    ]


async def _who_may_see_joint_returns(session: DbSession) -> list[Seer]:
    columns = ("tax_year", "staff_id", "since", "until")
    found = func.app_who_reads_my_joint_returns().table_valued(*columns)
    in_order = select(*(found.c[each] for each in columns)).order_by(found.c.until, found.c.tax_year, found.c.since)
    rows = (await (await session.connection()).execute(in_order)).all()
    called = await names.of(session, [row.staff_id for row in rows])
    return [
        Seer(
            row.staff_id,
            called[row.staff_id],
            None if row.until else Role.PREPARER,
            row.since,
            row.until,
            row.tax_year,
        )
        for row in rows
    ]
