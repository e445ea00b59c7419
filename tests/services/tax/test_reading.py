"""What people and programs may hand in, and what they hear when it can't be used."""

from typing import Any

import pytest

from services import words
from services.tax import Fault, InvalidReturn, Missing, Note, Unsupported, compute, parse_return
from services.tax.inputs import INPUTS, Dependent
from tests.services.tax.returns import computed

STUDENTS = "credits/american_opportunity_expenses"
GOOD: dict[str, Any] = {"tax_year": 2025, "filing_status": "single"}


def problems(data: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidReturn) as caught:
        parse_return(data)
    assert (caught.value.field, caught.value.code) == (caught.value.problems[0].pointer, caught.value.problems[0].code)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("fields", "pointer", "fault"),
    [
        ({"tax_year": 2024}, "/tax_year", Fault.TAX_YEAR),
        ({"tax_year": "2025"}, "/tax_year", Fault.TAX_YEAR),
        ({"tax_year": None}, "/tax_year", Fault.TAX_YEAR),
        ({"filing_status": "married"}, "/filing_status", Fault.FILING_STATUS),
        ({"filing_status": ["single"]}, "/filing_status", Fault.FILING_STATUS),
        ({"income": {"taxable_interest": -1}}, "/income/taxable_interest", Fault.AMOUNT_NEGATIVE),
        ({"income": {"taxable_interest": "12,50"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": "NaN"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": "-Infinity"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": "1e999999"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": "1e-9999999"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": "1_000"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": "1.00000000000000000000000000001"}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": True}}, "/income/taxable_interest", Fault.AMOUNT),
        ({"income": {"taxable_interest": 1.005}}, "/income/taxable_interest", Fault.AMOUNT_TOO_FINE),
        ({"income": {"taxable_interest": 10**15}}, "/income/taxable_interest", Fault.AMOUNT_TOO_LARGE),
        ({"income": {"taxable_interest": "1e15"}}, "/income/taxable_interest", Fault.AMOUNT_TOO_LARGE),
        ({"income": {"qualified_dividends": 5}}, "/income/qualified_dividends", Fault.DIVIDENDS),
        ({"income": {"wins/loses~": 5}}, "/income/wins~1loses~0", Fault.UNKNOWN_FIELD),
        ({"income": 5}, "/income", Fault.GROUP),
        ({"dependents": [None]}, "/dependents/0", Fault.GROUP),
        ({"taxpayer": {"age": 1.5}}, "/taxpayer/age", Fault.AGE),
        ({"taxpayer": {"age": 131}}, "/taxpayer/age", Fault.AGE),
        ({"taxpayer": {"blind": 1}}, "/taxpayer/blind", Fault.YES_NO),
        ({"dependents": {"age": 3}}, "/dependents", Fault.LIST),
        ({"dependents": [{}] * 101}, "/dependents", Fault.LIST_TOO_LONG),
        ({"credits": {"american_opportunity_expenses": [5] * 101}}, f"/{STUDENTS}", Fault.LIST_TOO_LONG),
        ({"dependents": [3]}, "/dependents/0", Fault.GROUP),
        ({"dependents": [{"age": 3}, {"age": "4"}]}, "/dependents/1/age", Fault.AGE),
        ({"dependents": [{"name": "Kim"}]}, "/dependents/0/name", Fault.UNKNOWN_FIELD),
        ({"credits": {"american_opportunity_expenses": 5}}, f"/{STUDENTS}", Fault.LIST),
        ({"credits": {"american_opportunity_expenses": [-5]}}, f"/{STUDENTS}", Fault.AMOUNT_NEGATIVE),
        ({"spouse": {"age": 30}}, "/spouse", Fault.SPOUSE_NOT_HERE),
        ({"filing_status": "married_joint"}, "/spouse", Fault.SPOUSE_MISSING),
        ({"lived_apart_all_year": True}, "/lived_apart_all_year", Fault.LIVED_APART),
        ({"nickname": "Kim"}, "/nickname", Fault.UNKNOWN_FIELD),
        ({"nickname": None}, "/nickname", Fault.UNKNOWN_FIELD),
        ({"dependents": [{"name": None}]}, "/dependents/0/name", Fault.UNKNOWN_FIELD),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_used_is_named(fields: dict[str, Any], pointer: str, fault: Fault) -> None:
    assert problems(GOOD | fields) == [(pointer, fault)]


@pytest.mark.parametrize("data", [None, 5, "return", [GOOD]])
def test_what_is_no_object_is_no_return(data: object) -> None:
    assert problems(data) == [("", Fault.GROUP)]


def test_every_problem_is_named_at_once() -> None:
    assert [pointer for pointer, _ in problems({"income": {"x": 1}, "taxpayer": {"age": -1}})] == [
        "/income/x",
        "/taxpayer/age",
        "/tax_year",
        "/filing_status",
    ]


@pytest.mark.parametrize("value", [1250.5, "1250.50", "1250.5", "1.2505e3"])
def test_dollars_may_be_written_in_several_ways(value: object) -> None:
    assert computed(income={"taxable_interest": value}).line("1040.2b").amount == 1250_50


def test_a_loss_may_be_negative() -> None:
    assert computed(income={"long_term_capital_gain": -5_000}).line("1040.7a").amount == -3_000_00


def test_a_missing_field_is_the_same_as_nothing() -> None:
    spelled_out = GOOD | {"taxpayer": {"wages": 0, "blind": False}, "spouse": None, "dependents": [], "income": {}}
    nulls = GOOD | dict.fromkeys(("taxpayer", "spouse", "dependents", "income", "situations", "scenario"))
    nulls |= {"payments": {"estimated_tax_payments": None}, "lived_apart_all_year": None}
    for other in (spelled_out, nulls):
        assert compute(parse_return(other)).expected() == compute(parse_return(GOOD)).expected()
    assert parse_return(nulls | {"dependents": [{"age": None}]}).answer("dependents") == (Dependent(),)


@pytest.mark.parametrize("code", [*Fault, *Missing, *Note, *Unsupported])
def test_every_code_has_a_sentence(code: str) -> None:
    assert words.known(code)


def test_every_answer_has_a_path_of_at_most_two_steps() -> None:
    assert all(name.count(".") <= 1 for name in INPUTS)


def test_a_return_is_asked_and_changed_by_the_names_of_its_fields() -> None:
    told = parse_return(GOOD | {"taxpayer": {"wages": 31_200}})
    richer = told.with_amounts({"taxpayer.wages": 4_000_000})
    assert (told.answer("taxpayer.wages"), richer.answer("taxpayer.wages")) == (3_120_000, 4_000_000)
    assert (told.answer("taxpayer.blind"), told.answer("dependents")) == (False, ())
    for ask in (lambda: told.answer("taxpayer.salary"), lambda: told.with_amounts({"taxpayer.salary": 1})):
        with pytest.raises(KeyError):
            ask()
