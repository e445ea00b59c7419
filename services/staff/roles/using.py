"""Writing down that a role was used, so that a review can end those that nobody needs."""

from datetime import timedelta

from sqlalchemy import or_
from sqlmodel import col, update

from db.tables.staff import RoleGrant
from services.house import DbSession
from services.policy.rule import Policy
from services.visitor import Person

_NOTED_EVERY = timedelta(minutes=1)
"""A review shows the use to the minute."""


async def note(session: DbSession, person: Person, rule: Policy) -> None:
    """The roles by which this rule lets somebody in were used now, to the minute. Run as System('accounts')."""
    now = session.house.clock.now()
    used = {role.value for role in person.roles if role.value in rule.holders}
    if not used:
        return
    theirs = (col(RoleGrant.account_id) == person.person_id, col(RoleGrant.role).in_(used))
    long_ago = or_(col(RoleGrant.last_used_at).is_(None), col(RoleGrant.last_used_at) <= now - _NOTED_EVERY)
    held = update(RoleGrant).where(*theirs, col(RoleGrant.ended_at).is_(None), long_ago)
    await session.exec(held.values(last_used_at=now))
