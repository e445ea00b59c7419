"""Keeping what was answered: every change of a return ends here, and everybody who looks at it hears of it."""

from uuid import UUID

from services.house import DbSession
from services.returns import store
from services.returns.answers import Answers
from services.returns.estimate import Estimate, estimate_of
from services.returns.store import Reached
from services.visitor import Visitor


async def saved(
    session: DbSession, visitor: Visitor, reached: Reached, answers: Answers, change: dict[str, str]
) -> Estimate:
    """Keep the answers with the change in the history, compute what comes out now, and tell who looks at it too."""
    await store.save(session, visitor, reached, answers, change=change)
    row, estimate = reached.row, estimate_of(session, reached, answers)
    session.tell(news_of(row.id), str(row.revision).encode())
    finished_at = (row.finished_at or row.changed_at) if estimate.is_certain else None
    if finished_at != row.finished_at:  # to set what is there already would cost another flush
        row.finished_at = finished_at
    return estimate


def news_of(return_id: UUID) -> str:
    """The channel of `house.shared` on which each new revision of a return is told, as a decimal number."""
    return f"return.{return_id}"
