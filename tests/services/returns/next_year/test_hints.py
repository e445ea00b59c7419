"""What stands beside a question: the amount of last year, and of a law what the law files say."""

from decimal import Decimal

import pytest

from db.values.returns import FilingStatus
from services.returns.answers import Answers
from services.returns.answers.forms import Forms, Holder, PayForm
from services.returns.forms.kinds import KINDS
from services.returns.next_year.hints import LastAmounts
from services.returns.questions import Kind
from services.tax import YEARS
from services.tax.law import law_for
from services.words import dollars, sentence
from tests.services.returns.questions import QUESTIONS, all_answered


@pytest.mark.parametrize("path", [each.path for each in QUESTIONS if each.kind is Kind.MONEY])
def test_every_amount_of_last_year_is_found_also_where_forms_were_typed(path: str) -> None:
    last = all_answered(FilingStatus.MARRIED_JOINT)
    assert LastAmounts(2025, last).at(path) == Decimal("10.00")
    for kind in KINDS.values():
        setattr(last.forms, kind.name, [kind.form(), kind.form(whose=Holder.SPOUSE)])
    assert LastAmounts(2025, last).at(path) is not None


def test_the_costs_of_a_business_are_those_that_were_typed_and_its_profit_is_what_was_left() -> None:
    last = Answers(forms=Forms(nec_1099=[PayForm(box_1=Decimal(40_000))]))
    last.taxpayer.business_costs = Decimal(14_000)
    hints = LastAmounts(2025, last)
    assert hints.at("taxpayer.business_costs") == 14_000
    assert hints.at("taxpayer.self_employment_net_profit") == 26_000
    assert hints.at("spouse.business_costs") is None


@pytest.mark.parametrize("year", YEARS)
def test_the_limit_for_each_teacher_is_that_of_the_law(year: int) -> None:
    limit = law_for(year, FilingStatus.SINGLE).adjustments.educator_limit
    assert f"{dollars(Decimal(limit) / 100)} for {year}" in sentence("question.adjustments.educator_expenses.hint")
