"""What others added to a list that one reads. What one adds oneself is shown to one at once."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from db.tables.staff import Assignment, EmergencyAccess, RoleGrant
from services import policy
from services.house import DbSession
from services.policy.rule import Policy
from services.staff.queues.kinds import Rows
from services.visitor import Person


async def ids_added(session: DbSession, person: Person, *, rows: Rows) -> frozenset[UUID]:
    """The ids of what others added, so that an open list can tell what is new. Nothing else is read."""
    rule, query = _lists(person.person_id)[rows]
    rule.require(person)
    return frozenset((await session.exec(query)).all())


def _lists(me: UUID) -> dict[Rows, tuple[Policy, Any]]:
    emergencies = select(EmergencyAccess.id).where(EmergencyAccess.staff_id != me, EmergencyAccess.customer_id != me)
    roles = select(RoleGrant.id).where(
        col(RoleGrant.ended_at).is_(None), col(RoleGrant.granted_by).is_distinct_from(me)
    )
    assignments = select(Assignment.id).where(
        col(Assignment.ended_at).is_(None), col(Assignment.begun_by).is_distinct_from(me)
    )
    return {
        Rows.EMERGENCIES: (policy.customers.SEE_EMERGENCY_ACCESS, emergencies),
        Rows.ROLES: (policy.roles.SEE, roles),
        Rows.ASSIGNMENTS: (policy.customers.SEE_ASSIGNMENTS, assignments),
    }
