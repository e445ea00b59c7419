"""What is asked about one cost: what its category and purpose make matter, in the order of the page."""

from collections.abc import Iterator

from services.finder import Purpose, questions
from services.returns.answers.costs import PEOPLE, Cost

QUESTIONS = tuple(name for name in Cost.model_fields if name != "id")  # pylint: disable=not-an-iterable  # it is a dict
"""The fields of a cost, in the order of the page."""
_FIRST = ("category", "purpose", "spent_on")
_TAKEN_FOR_GRANTED = "reimbursed"


def asked_about(cost: Cost) -> tuple[str, ...]:
    """The fields that matter for this cost, in the order in which they are asked."""
    return tuple(_asked(cost))


def _asked(cost: Cost) -> Iterator[str]:
    yield from _FIRST
    if cost.category is None or cost.purpose is None:
        return
    yield from questions(cost.category, cost.purpose, cost.business_for)
    if cost.purpose in {Purpose.WORK, Purpose.BUSINESS}:
        yield "whose"
    yield "paid_by"
    if cost.paid_by in PEOPLE:
        yield "reimbursed"
        if cost.reimbursed:
            yield "reimbursed_by"


def unanswered(cost: Cost) -> tuple[str, ...]:
    """The fields without which nothing can be said about this cost.

    What was paid back is asked again where it is more than the cost: nobody knows which of the two amounts is wrong.
    """
    asked = asked_about(cost)
    missing = tuple(name for name in asked if getattr(cost, name) is None and name != _TAKEN_FOR_GRANTED)
    return (*missing, "reimbursed") if _is_repaid_above_amount(cost, asked) else missing


def _is_repaid_above_amount(cost: Cost, asked: tuple[str, ...]) -> bool:
    if cost.amount is None or cost.reimbursed is None or not {"amount", "reimbursed"} <= {*asked}:
        return False
    return cost.reimbursed > cost.amount
