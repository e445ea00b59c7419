"""What a partner may ask, what counts when something is left out, and what can't be used."""

from datetime import UTC, datetime
from typing import Any

import pytest

from db.values.returns import FilingStatus
from services import tax, words
from services.partners.faults import Fault, InvalidQuestion
from services.partners.questions import Question, last_full_year, read_question
from services.tax import YEARS, parse_return

FEBRUARY = datetime(2026, 2, 3, 12, tzinfo=UTC)
WAGES = {"income_w2": 31200}
A_RETURN: dict[str, Any] = {"tax_year": 2025, "filing_status": "single"}


def read(body: object) -> Question:
    return read_question(body, now=FEBRUARY)


def flaws(body: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidQuestion) as caught:
        read(body)
    assert (caught.value.field, caught.value.code) == (caught.value.problems[0].pointer, caught.value.problems[0].code)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


def test_wages_alone_are_a_question_of_somebody_single_about_the_last_full_year() -> None:
    question = read(WAGES)
    assert (question.given.tax_year, question.given.filing_status) == (2025, FilingStatus.SINGLE)
    assert question.left_out == ("filing_status", "tax_year", "federal_income_tax_withheld")
    assert not question.include_worksheet


def test_a_few_fields_become_the_return_that_they_stand_for() -> None:
    body = {
        "income_w2": "31200.50",
        "special_deduction_amount": 900,
        "federal_income_tax_withheld": 2184,
        "filing_status": "head_of_household",
        "tax_year": 2026,
    }
    whole = {
        "tax_year": 2026,
        "filing_status": "head_of_household",
        "taxpayer": {"wages": 31200.5},
        "itemized": {"impairment_related_work_expenses": 900},
        "payments": {"federal_income_tax_withheld": 2184},
    }
    question = read(body)
    assert question.given == parse_return(whole)
    assert not question.left_out


def test_a_joint_return_of_a_few_fields_has_a_spouse_without_income() -> None:
    whole = {"tax_year": 2025, "filing_status": "married_joint", "taxpayer": {"wages": 31200}, "spouse": {}}
    assert read(WAGES | {"filing_status": "married_joint"}).given == parse_return(whole)


def test_a_whole_return_is_taken_as_it_is() -> None:
    question = read({"return": A_RETURN, "include_worksheet": True})
    assert (question.given, question.is_whole) == (parse_return(A_RETURN), True)
    assert question.include_worksheet


@pytest.mark.parametrize(
    ("now", "year"), [(2024, 2025), (2025, 2025), (2026, 2025), (2027, 2026), (2030, YEARS[-1])]
)  # fmt: skip
def test_the_last_full_year_is_one_whose_law_is_known(now: int, year: int) -> None:
    assert last_full_year(datetime(now, 7, 1, tzinfo=UTC)) == year


@pytest.mark.parametrize(
    ("more", "pointer", "fault"),
    [
        ({"income_w2": -1}, "/income_w2", tax.Fault.AMOUNT_NEGATIVE),
        ({"income_w2": True}, "/income_w2", tax.Fault.AMOUNT),
        ({"income_w2": None}, "/income_w2", Fault.INCOME_MISSING),
        ({"income_w2": "NaN"}, "/income_w2", tax.Fault.AMOUNT),
        ({"income_w2": 10.005}, "/income_w2", tax.Fault.AMOUNT_TOO_FINE),
        ({"income_w2": 10**13}, "/income_w2", tax.Fault.AMOUNT_TOO_LARGE),
        ({"income_w2": float("inf")}, "/income_w2", tax.Fault.AMOUNT),
        ({"deductions_standard": -1}, "/deductions_standard", tax.Fault.AMOUNT_NEGATIVE),
        ({"special_deduction_amount": [1]}, "/special_deduction_amount", tax.Fault.AMOUNT),
        ({"federal_income_tax_withheld": "1e999999"}, "/federal_income_tax_withheld", tax.Fault.AMOUNT),
        ({"filing_status": "married"}, "/filing_status", tax.Fault.FILING_STATUS),
        ({"filing_status": ["married_joint"]}, "/filing_status", tax.Fault.FILING_STATUS),
        ({"tax_year": 2019}, "/tax_year", tax.Fault.TAX_YEAR),
        ({"tax_year": "2025"}, "/tax_year", tax.Fault.TAX_YEAR),
        ({"include_worksheet": 1}, "/include_worksheet", tax.Fault.YES_NO),
        ({"wages/tips~": 1}, "/wages~1tips~0", tax.Fault.UNKNOWN_FIELD),
        ({"taxpayer": {"wages": 1}}, "/taxpayer", tax.Fault.UNKNOWN_FIELD),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_used_is_named_as_it_was_sent(more: dict[str, Any], pointer: str, fault: str) -> None:
    assert flaws(WAGES | more) == [(pointer, fault)]


def test_without_wages_and_without_a_return_there_is_no_question() -> None:
    assert flaws({}) == [("/income_w2", Fault.INCOME_MISSING)]


def test_a_return_and_other_fields_together_are_two_questions() -> None:
    both = {"return": A_RETURN, "income_w2": 31200, "tax_year": 2026}
    assert flaws(both) == [("/income_w2", Fault.BESIDE_RETURN), ("/tax_year", Fault.BESIDE_RETURN)]


@pytest.mark.parametrize("nothing", [None, [], "return", {}])
def test_a_return_that_is_none_is_named(nothing: object) -> None:
    assert flaws({"return": nothing})[0][0] in ("/return", "/return/tax_year")


def test_every_flaw_is_named_at_once() -> None:
    body = {"wages": 1, "income_w2": "much", "deductions_standard": "x", "tax_year": 1999, "include_worksheet": 0}
    assert {pointer for pointer, _ in flaws(body)} == {f"/{field}" for field in body}


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence(fault: Fault) -> None:
    assert words.known(fault)
