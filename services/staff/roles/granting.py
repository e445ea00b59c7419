"""Granting roles. An administrator grants them to others; the first one comes from the command line."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from db.tables.staff import RoleGrant
from db.values.people import STAFF_ROLES, Role
from services import audit, policy
from services.errors import Checks, Conflict, Invalid
from services.house import DbSession
from services.staff import names
from services.staff.queues import kinds
from services.staff.roles import letters
from services.visitor import Person, System, Visitor

DESK = System("role desk")


async def grant(
    session: DbSession, visitor: Visitor, *, address: str, role: str, name: str, instead_of: str = ""
) -> RoleGrant:
    """Grant a role to the account with this address; `name` is what customers and colleagues call its owner.

    It may be left out for who has one, and changes that only if it is given `instead_of` it. Invalid for an address
    without account, for oneself, for what is no role, and without a name; Conflict if they hold it.
    """
    may_grant(visitor)
    by = visitor.person_id if isinstance(visitor, Person) else None
    checks, found = Checks(), list[UUID]()
    with checks.one():
        found.append(await _somebody_else(session, by, address))
    with checks.one():
        name = await names.to_keep(session, found, name, instead_of=instead_of)
    with checks.one():
        _check_role(role)
    checks.all_done()
    [account_id] = found
    await names.keep(session, account_id, name)
    made = await _kept(session, account_id, Role(role), by)
    audit.record(session, visitor, f"role.granted.{role}", subject_table="account", subject_id=account_id)
    kinds.tell(session, kinds.Rows.ROLES)
    await letters.tell_of_grant(session, visitor, made)
    return made


async def _kept(session: DbSession, account_id: UUID, role: Role, by: UUID | None) -> RoleGrant:
    now = session.house.clock.now()
    made = RoleGrant(account_id=account_id, role=role, granted_at=now, granted_by=by, confirmed_at=now, confirmed_by=by)
    session.add(made)
    try:
        await session.flush()
    except IntegrityError:
        raise Conflict("role.held_already") from None
    return made


async def _somebody_else(session: DbSession, by: UUID | None, address: str) -> UUID:
    account_id = await names.account_with(session, address)
    if account_id == by:
        raise Invalid("email", "role.not_yourself")
    return account_id


def _check_role(role: str) -> None:
    if role not in STAFF_ROLES:
        raise Invalid("role", "choice.unknown")


def may_grant(visitor: Visitor) -> None:
    """NotAllowed for everybody but administrators and the command."""
    rule = policy.roles.GRANT_BY_COMMAND if isinstance(visitor, System) else policy.roles.GRANT
    rule.require(visitor)
