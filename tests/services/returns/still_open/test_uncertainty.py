"""What could still change a result: found by trying, and never more than a person can look at."""

from datetime import date
from decimal import Decimal

import pytest

from db.values.returns import FilingStatus
from services import tax, words
from services.returns.answers import Adult, Answers, Credits, Dependent, Income, Payments, put_answer
from services.returns.forms import with_forms
from services.returns.reckoning import as_return
from services.returns.still_open.places import asked_at
from services.returns.still_open.uncertainty import CODES, MOST_AT_ONCE, still_open

BORN = date(1988, 4, 12)


def _rosa(**told: object) -> Answers:
    """A single person who had wages and tax withheld, and has said all about herself; `told` is put over it."""
    herself = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False, wages=Decimal(31200))
    paid = Payments(federal_income_tax_withheld=Decimal(2184))
    return Answers.model_validate(
        {"filing_status": "single", "taxpayer": herself, "payments": paid, "everything_told": True} | told
    )


def _open(answers: Answers, *left_empty: str) -> tuple[str, ...]:
    result = tax.compute(tax.parse_return(as_return(with_forms(answers), 2025)))
    return still_open(answers, result, left_empty)


def test_whoever_has_said_all_that_matters_is_asked_nothing() -> None:
    assert not _open(_rosa())


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("taxpayer.blind", "uncertain.blind"),
        ("payments.federal_income_tax_withheld", "uncertain.withheld"),
    ],
)
def test_what_was_not_said_and_matters_is_asked(path: str, code: str) -> None:
    answers = _rosa()
    put_answer(answers, path, None)
    assert _open(answers) == (code,)


def test_nobody_is_asked_what_makes_no_difference_for_them() -> None:
    on_wages = _rosa(taxpayer=Adult(date_of_birth=BORN, blind=False, wages=Decimal(31200)))
    assert not _open(on_wages)  # the deduction of a dependent reaches as far as pay does
    no_pay = Adult(date_of_birth=BORN, blind=False, wages=Decimal(0))
    on_savings = _rosa(taxpayer=no_pay, income=Income(taxable_interest=Decimal(9000)))
    assert _open(on_savings) == ("uncertain.can_be_claimed",)


def test_no_pay_is_told_by_a_zero() -> None:
    nothing = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False, wages=Decimal(0))
    assert not _open(_rosa(taxpayer=nothing, payments=Payments()))


def test_a_spouse_is_asked_about_only_on_a_joint_return() -> None:
    assert not _open(_rosa(spouse=Adult()))
    joint = _rosa(filing_status=FilingStatus.MARRIED_JOINT, spouse=Adult(date_of_birth=BORN))
    joint.taxpayer.wages = Decimal(60000)
    assert _open(joint) == ("uncertain.spouse_blind", "uncertain.spouse_wages")
    joint.spouse = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False, wages=Decimal(0))
    assert not _open(joint)


def test_of_two_people_whoever_said_nothing_about_pay_is_asked() -> None:
    silent = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False)
    earner = silent.model_copy(update={"wages": Decimal(60000)})
    for one, other, code in ((silent, earner, "uncertain.own_wages"), (earner, silent, "uncertain.spouse_wages")):
        assert _open(_rosa(filing_status="married_joint", taxpayer=one, spouse=other)) == (code,)


def test_an_adult_at_school_is_asked_about_where_it_can_give_a_credit() -> None:
    grown = Dependent(date_of_birth=date(2004, 5, 1))
    herself = Adult(
        date_of_birth=date(1970, 4, 12), blind=False, can_be_claimed_as_dependent=False, wages=Decimal(20000)
    )
    answers = _rosa(taxpayer=herself, dependents=[grown])
    who = f"dependents.{answers.dependents[0].id}"
    assert _open(answers) == (f"{who}.full_time_student", f"{who}.permanently_disabled")
    answers.dependents[0].full_time_student = True
    assert not _open(answers)


def test_married_people_who_file_alone_are_asked_whether_they_lived_apart() -> None:
    benefits = Income(social_security_benefits=Decimal(12000))
    apart = _rosa(filing_status=FilingStatus.MARRIED_SEPARATE, income=benefits)
    assert _open(apart) == ("tax.missing.lived_apart",)
    apart.lived_apart_all_year = False
    assert not _open(apart)


def test_the_sections_are_asked_about_once_until_the_person_says_that_they_looked() -> None:
    assert _open(_rosa(everything_told=None)) == ("uncertain.everything",)


def test_parents_who_work_are_asked_about_care_for_a_small_child() -> None:
    at_five, at_fifteen = (Dependent(date_of_birth=date(year, 5, 1), full_time_student=False) for year in (2020, 2010))
    herself = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False, wages=Decimal(60000))
    assert _open(_rosa(taxpayer=herself, dependents=[at_five])) == ("uncertain.care",)
    assert "uncertain.care" not in _open(_rosa(taxpayer=herself, dependents=[at_fifteen]))
    paid_nothing = Credits(dependent_care_expenses=Decimal(0))
    assert not _open(_rosa(taxpayer=herself, dependents=[at_five], credits=paid_nothing))


def test_whoever_has_a_pension_before_65_is_asked_about_a_disability() -> None:
    herself = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False, wages=Decimal(0))
    pension = Income(taxable_pensions=Decimal(17400))
    assert _open(_rosa(taxpayer=herself, income=pension)) == ("uncertain.disability",)
    herself.date_of_birth = date(1955, 4, 12)
    assert not _open(_rosa(taxpayer=herself, income=pension))


def test_what_was_left_empty_is_open_and_an_empty_form_is_not_asked_about_twice() -> None:
    told = Adult(date_of_birth=BORN, blind=False, can_be_claimed_as_dependent=False)
    earner = told.model_copy(update={"wages": Decimal(60000)})
    joint = _rosa(filing_status="married_joint", taxpayer=earner, spouse=told)
    assert _open(joint) == ("uncertain.spouse_wages",)
    assert _open(joint, "forms.w2.1.box_1", "had.savings") == ("forms.w2.1.box_1", "had.savings")


def test_it_does_not_nag() -> None:
    born = Adult(date_of_birth=BORN)
    many = _rosa(
        filing_status=FilingStatus.MARRIED_JOINT,
        taxpayer=born.model_copy(update={"wages": Decimal(20000)}),
        spouse=born.model_copy(),
        dependents=[Dependent(date_of_birth=date(2004, 5, 1))],
        income=Income(taxable_interest=Decimal(9000)),
        payments=Payments(),
    )
    assert len(_open(many)) == MOST_AT_ONCE


OWN_BOXES = ("uncertain.own_pay_boxes",)


@pytest.mark.parametrize(
    ("wages", "profit", "asked"),
    [
        (150_000, 38_000, OWN_BOXES),
        (150_000, 0, ()),
        (60_000, 38_000, ()),
        (190_000, 0, OWN_BOXES),
        (150_000, 5_000, ()),
    ],
)
def test_boxes_3_and_5_are_asked_about_where_savings_at_work_could_change_a_tax_on_pay(
    wages: int, profit: int, asked: tuple[str, ...]
) -> None:
    answers = _rosa()
    answers.taxpayer.wages, answers.taxpayer.self_employment_net_profit = Decimal(wages), Decimal(profit)
    assert _open(answers) == asked
    assert {asked_at(answers, code) for code in asked} <= {"taxpayer.wages"}
    answers.spouse.wages = Decimal(190_000)
    assert _open(answers) == asked, "what a spouse once had is on no return of one person"


def test_a_w_2_that_has_boxes_3_and_5_leaves_nothing_to_ask() -> None:
    answers = _rosa(forms={"w2": [{"box_1": 150_000, "box_2": 2_184, "box_5": 150_000}]}, payments=Payments())
    answers.taxpayer.wages, answers.taxpayer.self_employment_net_profit = None, Decimal(38_000)
    form = answers.forms.w2[0]
    assert _open(answers) == OWN_BOXES
    assert asked_at(answers, *OWN_BOXES) == f"forms.w2.{form.id}.box_3"
    form.box_3 = Decimal(150_000)
    assert not _open(answers)


@pytest.mark.parametrize("code", CODES)
def test_every_open_question_has_words(code: str) -> None:
    assert words.known(code)
