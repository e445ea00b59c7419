"""Answering: a question of the page, and what is asked about an odd amount (that it is right, which of two counts)."""

from uuid import UUID

from services.errors import Invalid
from services.house import DbSession
from services.returns import consistency, store
from services.returns.answers import answer_at, put_answer
from services.returns.consistency.confirmed import confirm
from services.returns.consistency.typed_twice import typed_twice
from services.returns.elsewhere import WHATEVER_IT_IS, check_unchanged
from services.returns.estimate import Estimate, estimate_of
from services.returns.looks import are_two
from services.returns.saving import saved
from services.visitor import Visitor


async def save_answer(
    session: DbSession, visitor: Visitor, value: object, *, return_id: UUID, path: str, seen: object = WHATEVER_IT_IS
) -> Estimate:
    """Change one answer, where the person saw `seen` before they changed it.

    Invalid(path) when the value can't be one, or does not fit the others, or for another filing status than a joint one
    while two people hold the return; ChangedElsewhere when somebody was faster.
    """
    reached, answers = await store.to_change(session, visitor, return_id)
    now = answer_at(answers, path)
    check_unchanged(path, now=now, seen=seen, wanted=value)
    put_answer(answers, path, value)
    consistency.check(answers, path, reached.row.tax_year)
    if path == "filing_status" and not answers.is_joint and await are_two(session, return_id):
        raise Invalid(path, "joint.stays_joint")
    after = answer_at(answers, path)
    if after == now:  # a page that lost its connection can't know whether it arrived
        return estimate_of(session, reached, answers)
    change = {"path": path, "before": _as_text(now), "after": _as_text(after)}
    return await saved(session, visitor, reached, answers, change)


async def confirm_amount(session: DbSession, visitor: Visitor, *, return_id: UUID, path: str, code: str) -> Estimate:
    """Remember for the amount that is now in a box or a field that it is right, and which question was asked about it.

    Invalid(path) where there is none.
    """
    reached, answers = await store.to_change(session, visitor, return_id)
    amount = confirm(answers, path, code)
    change = {"path": path, "before": str(amount), "after": f"{amount}, confirmed"}
    return await saved(session, visitor, reached, answers, change)


async def settle_twice(session: DbSession, visitor: Visitor, *, return_id: UUID, total: str, is_same: bool) -> Estimate:
    """Say whether a total at this path is the money that boxes of forms tell too: then it is empty from now on.

    Otherwise both count. Nothing changes where it was settled already, as in another window.
    """
    reached, answers = await store.to_change(session, visitor, return_id)
    asked = next((each for each in typed_twice(answers) if each.total == total), None)
    if asked is None:
        return estimate_of(session, reached, answers)
    if is_same:
        put_answer(answers, total, None)
        change = {"path": total, "before": str(asked.typed), "after": ""}
    else:
        form = answer_at(answers, asked.box.rpartition(".")[0])
        form.confirmed = {**form.confirmed, total: str(asked.typed)}
        change = {"path": asked.box, "before": str(asked.told), "after": f"{asked.told}, beside {asked.typed}"}
    return await saved(session, visitor, reached, answers, change)


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
