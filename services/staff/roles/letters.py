"""Letters to those who work for us about their roles, so that none is given or ended behind their back."""

from sqlmodel import col, select

from db.tables.staff import RoleGrant
from db.values.people import Role
from services import mail
from services.house import DbSession
from services.staff import names
from services.visitor import Visitor
from services.words import moment, sentence


async def tell_of_grant(session: DbSession, visitor: Visitor, row: RoleGrant) -> None:
    """They can work as this now. Nobody writes to demo accounts."""
    await _tell(session, visitor, row, "role_granted")


async def tell_of_end(session: DbSession, visitor: Visitor, row: RoleGrant) -> None:
    """They can't any more. To be called before the end is written down: later, nobody knows their address."""
    await _tell(session, visitor, row, "role_ended")


async def tell_of_seal(session: DbSession, visitor: Visitor, seal: str) -> None:
    """Auditors get the last seal of the audit trail, `number:digest`: kept elsewhere, it shows if an end is cut off."""
    query = select(RoleGrant.account_id).where(RoleGrant.role == Role.AUDITOR, col(RoleGrant.ended_at).is_(None))
    for account_id in list(await session.exec(query)):
        if to := await names.address_of_colleague(session, account_id):
            values = {"seal": seal, "when": moment(session.house.clock.now())}
            await mail.post(session, visitor, to=to, template="audit_seal", values=values)


async def _tell(session: DbSession, visitor: Visitor, row: RoleGrant, template: str) -> None:
    to = await names.address_of_colleague(session, row.account_id)
    if to:
        values = {"role": sentence(f"role.name.{row.role}"), "when": moment(session.house.clock.now())}
        await mail.post(session, visitor, to=to, template=template, values=values)
