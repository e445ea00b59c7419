"""Where an open question is asked."""

from services.returns.answers import Answers
from services.returns.answers.forms import Holder
from services.returns.forms import box_for, untyped_pay
from services.returns.questions import TOPICS, is_asked
from services.tax import Missing

LOOK = "look."
"""So the code of an odd answer begins, of which nobody said that it is right; its path follows."""
_ASKED_AT = {
    "uncertain.blind": "taxpayer.blind",
    "uncertain.can_be_claimed": "taxpayer.can_be_claimed_as_dependent",
    "uncertain.spouse_blind": "spouse.blind",
    "uncertain.spouse_can_be_claimed": "spouse.can_be_claimed_as_dependent",
    "uncertain.own_wages": "taxpayer.wages",
    "uncertain.spouse_wages": "spouse.wages",
    "uncertain.withheld": "payments.federal_income_tax_withheld",
    "uncertain.care": "credits.dependent_care_expenses",
    "uncertain.disability": "taxpayer.retired_on_permanent_total_disability",
    "uncertain.everything": "everything_told",
    Missing.FULL_TIME_STUDENT: "taxpayer.full_time_student",
    Missing.EARNED_HALF: "taxpayer.earned_half_of_support",
    Missing.PARENT_ALIVE: "taxpayer.parent_alive",
    Missing.LIVED_APART: "lived_apart_all_year",
    Missing.SERVICE_TRADE: "specified_service_trade",
}
_OF_PAY_BOXES = {"uncertain.own_pay_boxes": Holder.TAXPAYER, "uncertain.spouse_pay_boxes": Holder.SPOUSE}
_TOPICS = {topic.name: topic for topic in TOPICS}


def asked_at(answers: Answers, code: str) -> str:
    """The path of the answer that settles an open question, by its code; of what was only ticked, the first of many."""
    if code.startswith(LOOK):
        return code.removeprefix(LOOK)
    head, _, name = code.partition(".")
    if head in {"forms", "costs", "dependents"}:
        return code
    if head == "had":
        return next(each.path for each in _TOPICS[name].questions if is_asked(each, answers))
    if code in _OF_PAY_BOXES:
        return next(iter(untyped_pay(answers, _OF_PAY_BOXES[code]).values()))
    return box_for(answers, _ASKED_AT.get(code, ""))
