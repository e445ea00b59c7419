"""What was begun and left empty: every kind of form, every topic that can be ticked, and costs."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from db.values.returns import FilingStatus
from services.finder import Category, Purpose
from services.returns.answers import Answers, Dependent, Had, Income, SpecialDeductions, answer_at, put_answer
from services.returns.answers.costs import Cost
from services.returns.answers.forms import W2, Forms, Holder, PensionForm, SocialSecurityForm
from services.returns.costs.judging import judged_costs
from services.returns.forms.kinds import KINDS, FormKind
from services.returns.questions import TOPICS, is_asked
from services.returns.still_open.places import asked_at
from services.returns.still_open.unfilled import unfilled
from tests.services.returns.questions import answer_to

TICKED = [name for name in Had.model_fields if not name.startswith("no_")]


def _left_empty(answers: Answers, from_costs: Collection[str] = ()) -> Iterator[str]:
    return unfilled(answers, judged_costs(answers, 2025, None, today=date(2026, 2, 3)), from_costs)


def _with(kind: FormKind, **boxes: Any) -> tuple[Answers, str]:
    """Answers with one form of this kind, and its path."""
    form = kind.form(**boxes)
    return Answers(forms=Forms(**{kind.name: [form]})), f"{kind.path}.{form.id}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_an_empty_form_lacks_the_first_box_that_decides_and_nothing_once_one_is_told(kind: FormKind) -> None:
    answers, path = _with(kind, payer="Somebody")
    lacks = f"{path}.{kind.decided_by[0]}"
    assert [*_left_empty(answers)] == [lacks]
    assert asked_at(answers, lacks) == lacks
    for box in kind.decided_by:
        told, _ = _with(kind, **{box: Decimal(0)})
        assert not [*_left_empty(told)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_boxes_that_decide_feed_what_is_taxed(kind: FormKind) -> None:
    fed = {box for box, _, _ in kind.tells(kind.form(**dict.fromkeys(kind.decided_by, Decimal(5))))}
    assert fed & {*kind.decided_by}


@pytest.mark.parametrize("name", TICKED)
def test_a_topic_that_was_only_ticked_is_open_until_any_of_its_questions_is_answered(name: str) -> None:
    answers = Answers(had=Had(**{name: True}))
    assert [*_left_empty(answers)] == [f"had.{name}"]
    topic = next(each for each in TOPICS if each.name == name)
    asked = [each for each in topic.questions if is_asked(each, answers)]
    assert asked_at(answers, f"had.{name}") == asked[0].path
    for question in asked:
        told = answers.model_copy(deep=True)
        put_answer(told, question.path, answer_to(question))
        assert not [*_left_empty(told)]


def test_a_tick_is_filled_by_a_form_and_the_form_is_asked_instead() -> None:
    form = SocialSecurityForm()
    answers = Answers(had=Had(social_security=True), forms=Forms(ssa_1099=[form]))
    assert [*_left_empty(answers)] == [f"forms.ssa_1099.{form.id}.box_5"]


def test_what_another_paper_tells_fills_a_tick() -> None:
    w2 = W2(box_1=Decimal(9), box_12_tips=Decimal(1), box_12_savings=Decimal(1), box_17=Decimal(1))
    had = Had(tips_and_overtime=True, retirement=True, itemized=True)
    assert not [*_left_empty(Answers(had=had, forms=Forms(w2=[w2])))]
    pension = PensionForm(box_1=Decimal(5), box_2a=Decimal(5), box_7="3", before_pension_age=False)
    assert not [*_left_empty(Answers(had=Had(disability_pension=True), forms=Forms(r_1099=[pension])))]


def test_costs_for_hearing_and_the_college_of_a_dependent_fill_a_tick() -> None:
    health = Answers(had=Had(itemized=True))
    assert [*_left_empty(health, {"itemized.medical_expenses"})] == []
    child = Dependent(american_opportunity_expenses=Decimal(900))
    assert [*_left_empty(Answers(had=Had(college=True), dependents=[child]))] == []


def test_a_cost_is_open_until_it_is_complete() -> None:
    aids = Cost(category=Category.HEARING_AIDS, purpose=Purpose.CARE, spent_on=date(2025, 5, 14))
    blank = Cost()
    needed = [f"costs.{blank.id}.category", f"costs.{aids.id}.amount"]
    assert [*_left_empty(Answers(costs=[blank, aids]))] == needed
    assert [asked_at(Answers(costs=[blank, aids]), each) for each in needed] == needed
    aids.amount = Decimal(3100)
    assert not [*_left_empty(Answers(costs=[aids]))]


def test_a_spouse_who_files_alone_is_nobodys_answer_and_nobodys_form() -> None:
    answers = Answers(had=Had(college=True), forms=Forms(w2=[W2(whose=Holder.SPOUSE)]))
    answers.spouse.american_opportunity_expenses = Decimal(900)
    assert [*_left_empty(answers)] == ["had.college"]
    answers.filing_status = FilingStatus.MARRIED_JOINT
    assert [*_left_empty(answers)] == [f"forms.w2.{answers.forms.w2[0].id}.box_1"]


def test_money_that_was_moved_from_plan_to_plan_may_have_empty_boxes() -> None:
    answers, _ = _with(KINDS["r_1099"], box_7="G")
    assert not [*_left_empty(answers)]


def test_nothing_is_open_where_nothing_was_begun() -> None:
    told = Answers(income=Income(taxable_interest=Decimal(5)), special_deductions=SpecialDeductions())
    assert not [*_left_empty(told)]
    assert answer_at(told, "had.savings") is None
