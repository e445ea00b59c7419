"""What the last answer of a return changed, for a page that was opened after it."""

from services.errors import Invalid
from services.house import DbSession
from services.interview.change import Change, change_between
from services.returns import history
from services.returns.answers import Answers, answer_at, put_answer
from services.returns.estimate import Estimate, would_be


async def last_change(session: DbSession, estimate: Estimate) -> Change | None:
    """Compute the return once more with the answer that stood there before.

    None where it changed nothing, there was no result before or is none now, or a list became longer or shorter.
    """
    told = await history.change_at(session, estimate.return_id, estimate.revision, as_spouse=estimate.as_spouse)
    before = _as_it_was(estimate.answers, told["path"], told["before"]) if told and estimate.result else None
    result = would_be(session, estimate, before).result if before else None
    if result is None or estimate.result is None:
        return None
    change = change_between(result, estimate.result)
    return change if change.up else None


def _as_it_was(answers: Answers, path: str, text: str) -> Answers | None:
    """The history keeps an answer as a text: what pydantic reads it as."""
    was = answers.model_copy(deep=True)
    above = path.rpartition(".")[0]
    try:
        if isinstance(answer_at(was, above) if above else was, list):
            return None
        put_answer(was, path, text or None)
    except Invalid:
        return None
    return was
