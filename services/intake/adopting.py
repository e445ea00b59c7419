"""What somebody answered as a guest becomes theirs when they sign in or make an account."""

from uuid import UUID

from sqlmodel import col, update

from db.tables.customers.intake import InterpreterStep
from services.house import DbSession
from services.intake.answers import Answers, Communication, Needs
from services.intake.keeping import opened, put, row_of


async def adopt(session: DbSession, *, session_id: UUID, account_id: UUID) -> None:
    """Move it; of a question answered twice, the newer answer counts. Run as System('accounts')."""
    await _merge(session, Communication, session_id, account_id)
    await _merge(session, Needs, session_id, account_id)
    steps = update(InterpreterStep).where(col(InterpreterStep.session_id) == session_id)
    await session.exec(steps.values(account_id=account_id, session_id=None))


async def _merge(session: DbSession, kind: type[Answers], session_id: UUID, account_id: UUID) -> None:
    new = await row_of(session, kind, session_id=session_id)
    if new is None:
        return
    old = await row_of(session, kind, account_id=account_id)
    if old is None:
        new.account_id, new.session_id = account_id, None
        return
    put(session, old, opened(session, kind, new).over(opened(session, kind, old)))
    await session.delete(new)
