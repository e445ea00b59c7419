"""The rows of invitations into a joint return: whether one can still be answered, and what is sealed in it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import col, select

from db.tables.returns import JointInvitation, TaxReturn
from services.house import DbSession, House
from services.sealing import open_sealed, seal
from services.visitor import System

DESK = System("joint")


def waiting_at(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Neither answered nor taken back, and not too old."""
    return (col(JointInvitation.token_hash).is_not(None), col(JointInvitation.expires_at) > now)


def put_words(house: House, row: JointInvitation, *, invited: str, signed: str) -> None:
    """Seal the invited address and the name by which the member signs."""
    row.invited_sealed = seal(house.keyring, invited, table="joint_invitation", column="invited_sealed", row_id=row.id)
    row.signed_sealed = seal(house.keyring, signed, table="joint_invitation", column="signed_sealed", row_id=row.id)


def invited_of(house: House, row: JointInvitation) -> str:
    """The invited address, opened."""
    return _opened(house, row, "invited_sealed", row.invited_sealed)


def signed_of(house: House, row: JointInvitation) -> str:
    """The name by which the member signed, opened."""
    return _opened(house, row, "signed_sealed", row.signed_sealed)


async def is_shared(session: DbSession, return_id: UUID) -> bool:
    """Whether somebody else with an account is a member of a return of who asks."""
    return return_id in await shared_among(session, [return_id])


async def shared_among(session: DbSession, return_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these returns of which somebody else is a member too, found at once."""
    query = select(TaxReturn.id).where(col(TaxReturn.id).in_(set(return_ids)))
    return set(await session.exec(query.where(func.app_has_other_member(TaxReturn.id))))


def _opened(house: House, row: JointInvitation, column: str, sealed: bytes) -> str:
    return open_sealed(house.keyring, sealed, table="joint_invitation", column=column, row_id=row.id).decode()
