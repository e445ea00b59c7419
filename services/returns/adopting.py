"""What a guest began becomes the account's that they make or sign in to: their returns, and each answer in them."""

from uuid import UUID

from sqlmodel import col, select, update

from db.tables.returns import ReturnChange, ReturnMember
from services.house import DbSession


async def adopt(session: DbSession, *, session_id: UUID, account_id: UUID) -> None:
    """Move the returns of this session, and sign their history. Run as System('accounts').

    Nobody else could change a return that a guest held: all of its changes without an account are theirs.
    """
    held = select(ReturnMember.return_id).where(ReturnMember.session_id == session_id)
    unsigned = update(ReturnChange).where(col(ReturnChange.return_id).in_(held), col(ReturnChange.account_id).is_(None))
    await session.exec(unsigned.values(account_id=account_id))
    theirs = update(ReturnMember).where(col(ReturnMember.session_id) == session_id)
    await session.exec(theirs.values(account_id=account_id, session_id=None))
