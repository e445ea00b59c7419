"""What was typed and changes nothing is found by computing, and each limit that it meets is said with its figures."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from services import tax, words
from services.finder import Reason, Why
from services.returns.answers import Answers
from services.returns.explaining.idle import Idle, idle_amounts
from services.returns.explaining.idle.limits import Limit
from services.returns.explaining.idle.roads import OF_STUDENTS, ROADS
from services.returns.explaining.idle.tried import Tried
from services.returns.explaining.idle.why import why_nothing
from services.returns.forms import with_forms
from services.returns.reckoning import as_return
from tests.services.tax.returns import SCENARIOS, oracle

BORN = {"date_of_birth": "1988-04-12"}
SAVED, COLLEGE = "credits.retirement_contributions_taxpayer", "american_opportunity_expenses"
CHILD = {"date_of_birth": "2019-04-12"}


def rosa(wages: int, **told: Any) -> dict[str, Any]:
    """A single person with so much pay; `told` is put over it."""
    return {"filing_status": "single", "taxpayer": BORN | {"wages": wages}} | told


def idle_in(told: dict[str, Any], tax_year: int = 2025) -> dict[str, Idle]:
    """What changes nothing on the return of these answers, by path."""
    answers = Answers.model_validate(told)
    computed = tax.compute(tax.parse_return(as_return(with_forms(answers), tax_year)))
    return {idle.path: idle for idle in idle_amounts(answers, computed)}


def said(idle: Idle) -> str:
    """The reasons as people read them."""
    return " ".join(reason.in_words(words.sentence, words.dollars) for reason in idle.why)


WITH_SPOUSE = {"filing_status": "married_joint", "spouse": BORN}
APART = {"filing_status": "married_separate"}
ADULT = BORN | {"wages": 60_000}
CASES: dict[Limit | Why, tuple[str, dict[str, Any]]] = {
    Limit.INCOME_UP_TO: (SAVED, rosa(52_000, credits={"retirement_contributions_taxpayer": 1_000})),
    Limit.TOO_YOUNG: (
        SAVED,
        rosa(0, taxpayer={"date_of_birth": "2009-04-12", "wages": 30_000}) | {"credits": {SAVED.split(".")[1]: 500}},
    ),
    Limit.STUDENT: (
        SAVED,
        rosa(0, taxpayer=BORN | {"wages": 36_000, COLLEGE: 100, "full_time_student": True})
        | {"credits": {SAVED.split(".")[1]: 500}},
    ),
    Limit.CLAIMED: (
        SAVED,
        rosa(0, taxpayer=BORN | {"wages": 30_000, "can_be_claimed_as_dependent": True})
        | {"credits": {SAVED.split(".")[1]: 500}},
    ),
    Limit.INCOME_BELOW: (
        "adjustments.student_loan_interest_paid",
        rosa(100_000, adjustments={"student_loan_interest_paid": 900}),
    ),
    Limit.SEPARATE: (
        f"taxpayer.{COLLEGE}",
        rosa(0, **APART, taxpayer=ADULT | {COLLEGE: 3_000}),
    ),
    Limit.INCOME_SHRINKS: (
        "special_deductions.car_loan_interest",
        rosa(120_000, special_deductions={"car_loan_interest": 900}),
    ),
    Limit.NO_EARNINGS: (
        "credits.dependent_care_expenses",
        rosa(0, income={"taxable_pensions": 60_000}, dependents=[CHILD], credits={"dependent_care_expenses": 900}),
    ),
    Limit.NO_EARNINGS_OF_ONE: (
        "credits.dependent_care_expenses",
        rosa(60_000, **WITH_SPOUSE, dependents=[CHILD], credits={"dependent_care_expenses": 900}),
    ),
    Limit.NOBODY_NEEDS_CARE: (
        "credits.dependent_care_expenses",
        rosa(60_000, credits={"dependent_care_expenses": 900}),
    ),
    Limit.NOT_APART: (
        "credits.dependent_care_expenses",
        rosa(60_000, **APART, dependents=[CHILD], credits={"dependent_care_expenses": 900}),
    ),
    Limit.NO_TAX_LEFT: (SAVED, rosa(15_000, credits={"retirement_contributions_taxpayer": 900})),
    Limit.NO_INCOME_LEFT: (
        "adjustments.hsa_deduction",
        rosa(0, income={"taxable_pensions": 9_000}, adjustments={"hsa_deduction": 900}),
    ),
    Limit.NOT_RETIRED: (
        "taxpayer.taxable_disability_income",
        rosa(0, taxpayer=BORN | {"wages": 20_000, "taxable_disability_income": 9_000}),
    ),
    Limit.OF_AGE: (
        "taxpayer.taxable_disability_income",
        rosa(
            0,
            taxpayer={"date_of_birth": "1950-04-12", "taxable_disability_income": 9_000},
            income={"taxable_pensions": 19_000},
        ),
    ),
    Limit.ELDERLY_INCOME: (
        "taxpayer.taxable_disability_income",
        rosa(
            0,
            taxpayer=ADULT | {"taxable_disability_income": 9_000, "retired_on_permanent_total_disability": True},
        ),
    ),
    Limit.ACCESS_SMALL: (
        "credits.disabled_access_expenditures",
        rosa(
            0,
            taxpayer=BORN | {"self_employment_net_profit": 60_000},
            credits={"disabled_access_expenditures": 200},
        ),
    ),
    Limit.ACCESS_REACH: (
        "credits.disabled_access_expenditures",
        rosa(
            0,
            taxpayer=BORN | {"self_employment_net_profit": 60_000},
            income={"long_term_capital_gain": 900_000},
            credits={"disabled_access_expenditures": 9_000},
        ),
    ),
    Limit.STATE_TAX_LIMIT: (
        "itemized.real_estate_tax",
        rosa(300_000, itemized={"state_local_income_tax": 40_000, "real_estate_tax": 5_000}),
    ),
    Limit.LOSSES: (
        "income.short_term_capital_gain",
        rosa(60_000, income={"short_term_capital_gain": -900, "long_term_capital_gain": -5_000}),
    ),
    Why.NOTHING_STANDARD_HIGHER: ("itemized.mortgage_interest", rosa(60_000, itemized={"mortgage_interest": 5_000})),
    Why.NOTHING_MEDICAL_FLOOR: ("itemized.medical_expenses", rosa(60_000, itemized={"medical_expenses": 900})),
    Why.NOTHING_TOO_SMALL: ("adjustments.hsa_deduction", rosa(60_020, adjustments={"hsa_deduction": 1})),
}


@pytest.mark.parametrize("code", CASES)
def test_each_limit_is_met_by_somebody_who_is_told_it_with_its_figures(code: Limit | Why) -> None:
    path, told = CASES[code]
    idle = idle_in(told)[path]
    assert [reason.code for reason in idle.why] == [code]
    assert not re.search(r"[{}]", said(idle))


def test_every_limit_is_met_here_or_is_of_a_later_year() -> None:
    assert {*Limit} - {*CASES} == {Limit.GIFTS_FLOOR, Limit.GIFTS_LIMIT, Limit.MINIMUM_TAX}
    written = {code for code in words.sentences() if code.startswith("idle.")}
    assert written == {*Limit, "idle.title", "idle.hint", "idle.about", "idle.on_paper"}


def test_the_saver_reads_the_limit_of_the_law_of_that_year() -> None:
    told = rosa(52_000, credits={"retirement_contributions_taxpayer": 1_000})
    says = "This changes nothing, because your income is $52,000. It counts only for incomes up to {}."
    assert said(idle_in(told)[SAVED]) == says.format("$39,500")
    assert said(idle_in(told, 2026)[SAVED]) == says.format("$40,250")


def test_what_changes_something_is_not_in_the_list() -> None:
    assert not idle_in(rosa(30_000, credits={"retirement_contributions_taxpayer": 1_000}))
    assert not idle_in(rosa(60_000, income={"long_term_capital_gain": -900}))


def test_what_forms_tell_is_found_with_what_was_typed_beside_them() -> None:
    w2 = {"box_1": 52_000, "box_12_savings": 700}
    told = {"filing_status": "single", "taxpayer": BORN, "forms": {"w2": [w2]}}
    assert idle_in(told)[SAVED].amount == 700
    assert idle_in(told | {"credits": {"retirement_contributions_taxpayer": 300}})[SAVED].amount == 1_000


def test_each_student_is_found_by_themselves() -> None:
    child = {"date_of_birth": "2005-04-12", COLLEGE: 4_000}
    told = rosa(0, taxpayer=BORN | {"wages": 95_000, COLLEGE: 3_000}, dependents=[CHILD, child])
    found = idle_in(told)
    assert [path.split(".")[0] for path in found] == ["taxpayer", "dependents"]
    assert [idle.amount for idle in found.values()] == [3_000, 4_000]


def test_gifts_below_the_floor_of_2026_are_told_its_figure() -> None:
    told = rosa(200_000, itemized={"mortgage_interest": 30_000, "charity_noncash": 500})
    idle = idle_in(told, 2026)["itemized.charity_noncash"]
    assert said(idle) == "This changes nothing. Gifts count only above $1,000. That is 0.5% of your income."


def _without(given: tax.Return) -> Iterator[tuple[str, tax.Return]]:
    for field in ROADS:
        if given.answer(field) and not field.startswith("income."):
            yield field, given.with_answers({field: () if field == OF_STUDENTS else 0})


@pytest.mark.parametrize("tax_year", tax.YEARS)
def test_a_large_amount_that_changes_nothing_is_never_said_to_be_small(tax_year: int) -> None:
    for case in (case for scenario in SCENARIOS for case in oracle(scenario)):
        here = tax.compute(tax.parse_return(case | {"tax_year": tax_year}))
        for field, given in _without(here.given):
            without = tax.compute(given)
            if not (here.unsupported or without.unsupported) and here.outcome == without.outcome:
                why = why_nothing(Tried(here, without, field))
                assert Reason(Why.NOTHING_TOO_SMALL) not in why, (case["id"], field)
