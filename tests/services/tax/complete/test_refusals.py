"""What the engine can't know it says, instead of guessing."""

from pathlib import Path
from typing import Any

import pytest

from services import tax, words
from services.tax import Missing, NoResult, Note, Refusal, Situation, Unsupported
from tests.services.tax.returns import computed

README = (Path(tax.__file__).parent / "README.md").read_text("utf-8")
EARNED: dict[str, Any] = {"taxpayer": {"age": 40, "wages": 600}, "income": {"social_security_benefits": 300}}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"taxpayer": {"age": 40, "wages": 50_000}, "itemized": {"charity_noncash": 30_000}}, Unsupported.CHARITY),
        ({"taxpayer": {"age": 40, "wages": 90_000}, "itemized": {"charity_noncash": 30_000}}, Unsupported.CHARITY),
        (
            {"taxpayer": {"age": 20, "can_be_claimed_as_dependent": True}, "dependents": [{"age": 1}]},
            Unsupported.CLAIMED_WITH_DEPENDENTS,
        ),
        ({"situations": ["foreign_income"]}, Situation.FOREIGN_INCOME),
        ({"taxpayer": {"age": 12}, "income": {"taxable_interest": 4_000}}, Unsupported.KIDDIE_TAX),
        (
            {"taxpayer": {"age": 22, "can_be_claimed_as_dependent": True}, "income": {"taxable_interest": 4_000}},
            Unsupported.KIDDIE_TAX,
        ),
        (
            {"taxpayer": {"age": 40, "self_employment_net_profit": 400_000}, "specified_service_trade": True},
            Unsupported.SERVICE_TRADE,
        ),
        (
            {
                "tax_year": 2026,
                "taxpayer": {"age": 50, "wages": 100_000},
                "income": {"long_term_capital_gain": 3_000_000},
                "itemized": {"mortgage_interest": 30_000},
            },
            Unsupported.HIGH_INCOME_ITEMIZED,
        ),
    ],
)
def test_a_return_that_is_beyond_the_engine_gets_a_reason_and_no_figure(fields: dict[str, Any], code: Refusal) -> None:
    result = computed(**fields)
    assert result.unsupported == (code,)
    for ask in (lambda: result.refund, lambda: result.amount_owed, lambda: result.lines, result.expected):
        with pytest.raises(NoResult) as caught:
            ask()
        assert caught.value.codes == (code,)


@pytest.mark.parametrize("situation", Situation)
def test_every_situation_that_is_left_to_people_is_said_in_words(situation: Situation) -> None:
    result = computed(situations=[situation.value.removeprefix("tax.situation.")])
    assert result.unsupported == (situation,)
    assert words.known(situation)
    assert "irs.gov/vita" in words.sentence("tax.unsupported.return")
    assert f"`{situation.value.removeprefix('tax.situation.')}`" in README


def test_things_for_charity_do_not_matter_when_the_standard_deduction_is_higher_anyway() -> None:
    result = computed(taxpayer={"age": 40, "wages": 20_000}, itemized={"charity_noncash": 7_000})
    assert not result.unsupported


def test_the_rate_of_the_parents_is_not_for_a_joint_return() -> None:
    young = {"age": 20, "can_be_claimed_as_dependent": True}
    interest = {"taxable_interest": 4_000}
    assert not computed(filing_status="married_joint", taxpayer=young, spouse={"age": 30}, income=interest).unsupported


def test_a_service_trade_below_the_threshold_is_like_any_other() -> None:
    result = computed(taxpayer={"age": 40, "self_employment_net_profit": 50_000}, specified_service_trade=True)
    assert not result.unsupported


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, ()),
        ({"taxpayer": {}}, (Missing.AGE,)),
        ({"filing_status": "married_joint", "spouse": {}}, (Missing.SPOUSE_AGE,)),
        ({"filing_status": "married_separate"}, ()),
        ({"filing_status": "married_separate", "income": {"social_security_benefits": 1}}, (Missing.LIVED_APART,)),
        (
            {
                "filing_status": "married_separate",
                "income": {"social_security_benefits": 1},
                "lived_apart_all_year": False,
            },
            (),
        ),
    ],
)
def test_an_open_question_that_matters_is_asked(fields: dict[str, Any], codes: tuple[Missing, ...]) -> None:
    assert computed(**fields).missing == codes


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, ()),
        ({"credits": {"disabled_access_expenditures": 900}}, (Note.BUSINESS_CREDIT_LEFT,)),
        ({"adjustments": {"student_loan_interest": 2_500}}, ()),
        ({"adjustments": {"student_loan_interest": 2_501}}, (Note.STUDENT_LOAN_INTEREST,)),
        (
            {
                "taxpayer": {
                    "age": 50,
                    "retired_on_permanent_total_disability": True,
                    "taxable_disability_income": 9,
                },
                "income": {"taxable_pensions": 9},
            },
            (Note.DISABILITY_INCOME,),
        ),
        ({"filing_status": "head_of_household"}, (Note.NOBODY_AT_HOME,)),
        ({"filing_status": "qualifying_surviving_spouse"}, (Note.NOBODY_AT_HOME,)),
        ({"filing_status": "head_of_household", "dependents": [{"age": 70}]}, ()),
        ({**EARNED, "payments": {"federal_income_tax_withheld": "900.00"}}, ()),
        ({**EARNED, "payments": {"federal_income_tax_withheld": "900.01"}}, (Note.WITHHELD_ABOVE_INCOME,)),
        ({"payments": {"federal_income_tax_withheld": 1}}, (Note.WITHHELD_ABOVE_INCOME,)),
        ({"income": {"long_term_capital_gain": -500}}, ()),
        ({"filing_status": "married_separate"}, (Note.SPOUSE_ITEMIZES,)),
        ({"itemized": {"impairment_related_work_expenses": 5}}, (Note.WORK_EXPENSES_WITHOUT_PAY,)),
        ({"special_deductions": {"qualified_tips": 5}}, (Note.TIPS_ABOVE_PAY,)),
        ({"credits": {"american_opportunity_expenses": [1, 1]}}, (Note.MORE_STUDENTS_THAN_PEOPLE,)),
        (
            {"taxpayer": {"age": 50, "retired_on_permanent_total_disability": True, "taxable_disability_income": 9}},
            (Note.DISABILITY_ABOVE_INCOME,),
        ),
        (
            {
                "taxpayer": {"age": 40, "wages": 900, "self_employment_net_profit": 5},
                "special_deductions": {"qualified_tips": 9},
            },
            (Note.TIPS_OF_A_BUSINESS,),
        ),
        (
            {"taxpayer": {"age": 22, "wages": 20_000}, "credits": {"retirement_contributions_taxpayer": 300}},
            (Note.SAVER_AT_SCHOOL,),
        ),
        (
            {
                "filing_status": "married_joint",
                "taxpayer": {"age": 40, "wages": 40_000},
                "spouse": {"age": 22},
                "credits": {"retirement_contributions_spouse": 300},
            },
            (Note.SAVER_AT_SCHOOL,),
        ),
    ],
)
def test_an_odd_answer_is_pointed_out(fields: dict[str, Any], codes: tuple[Note, ...]) -> None:
    assert computed(**fields).notes == codes
    assert all(words.known(code) for code in codes)


def test_a_note_changes_nothing_about_the_result() -> None:
    doubtful, plain = computed(**EARNED, payments={"federal_income_tax_withheld": 100_000}), computed(**EARNED)
    assert doubtful.notes
    assert doubtful.refund == plain.refund + 100_000_00
