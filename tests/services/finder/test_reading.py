"""What people and programs may hand in, and what they hear when it can't be used."""

from typing import Any

import pytest

from services.finder import (
    MOST_EXPENSES,
    BusinessFor,
    Category,
    Fault,
    InvalidCase,
    Purpose,
    Use,
    parse_case,
    parse_expense,
    questions,
)
from services.tax import Fault as TaxFault
from tests.services.finder.cases import case, cost, expense, household
from tests.services.finder.test_places import EXTRA, USES

AIDS = cost("hearing_aids", 3_000)
WORK = {"purpose": "work", "used_privately": False}


def problems(data: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidCase) as caught:
        parse_case(data)
    assert (caught.value.field, caught.value.code) == (caught.value.problems[0].pointer, caught.value.problems[0].code)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"category": "ear_rings"}, "category", Fault.CATEGORY),
        ({"category": ["hearing_aids"]}, "category", Fault.CATEGORY),
        ({"category": None}, "category", Fault.NEEDED),
        ({"spent_on": "5/3/2025"}, "spent_on", Fault.DAY),
        ({"spent_on": "2025-02-30"}, "spent_on", Fault.DAY),
        ({"spent_on": 20250503}, "spent_on", Fault.DAY),
        ({"spent_on": "20250503"}, "spent_on", Fault.DAY),
        ({"spent_on": "2025-W18-6"}, "spent_on", Fault.DAY),
        ({"spent_on": None}, "spent_on", Fault.NEEDED),
        ({"spent_on": "2023-12-31"}, "spent_on", Fault.DAY_FAR),
        ({"spent_on": "2027-01-01"}, "spent_on", Fault.DAY_FAR),
        ({"amount": -5}, "amount", TaxFault.AMOUNT_NEGATIVE),
        ({"amount": "12,50"}, "amount", TaxFault.AMOUNT),
        ({"amount": 1.005}, "amount", TaxFault.AMOUNT_TOO_FINE),
        ({"amount": 10**15}, "amount", TaxFault.AMOUNT_TOO_LARGE),
        ({"amount": None}, "amount", Fault.NEEDED),
        ({"purpose": "fun"}, "purpose", Fault.PURPOSE),
        ({"purpose": None}, "purpose", Fault.NEEDED),
        ({"whose": "neighbour"}, "whose", Fault.PERSON),
        ({"paid_by": "bank"}, "paid_by", Fault.PAYER),
        ({"reimbursed": "3000.01", "reimbursed_by": "insurance"}, "reimbursed", Fault.REPAID_ABOVE_AMOUNT),
        ({"reimbursed": 100}, "reimbursed_by", Fault.NEEDED),
        ({"reimbursed": 100, "reimbursed_by": "spouse"}, "reimbursed_by", Fault.REPAID_BY),
        ({"used_privately": "no"}, "used_privately", TaxFault.YES_NO),
        ({"business_for": "owner"}, "business_for", Fault.NOT_FOR_THIS),
        ({"miles": 10}, "miles", Fault.NOT_FOR_THIS),
        ({"regular_price": 10}, "regular_price", Fault.NOT_FOR_THIS),
        ({"rise_in_value": 10}, "rise_in_value", Fault.NOT_FOR_THIS),
        ({"id": "x" * 101}, "id", Fault.TEXT),
        ({"colour/size": "red"}, "colour~1size", TaxFault.UNKNOWN_FIELD),
    ],
)
def test_a_field_of_a_cost_that_cannot_be_used_is_named(changes: dict[str, Any], field: str, fault: str) -> None:
    assert problems(case(AIDS, AIDS | changes)) == [(f"/expenses/1/{field}", fault)]


@pytest.mark.parametrize(
    ("told", "field", "fault"),
    [
        (cost("interpreter", 90, purpose="work"), "used_privately", Fault.NEEDED),
        (cost("interpreter", 90, purpose="business"), "business_for", Fault.NEEDED),
        (cost("interpreter", 90, purpose="business", business_for="owner"), "used_privately", Fault.NEEDED),
        (cost("interpreter", 90, purpose="business", business_for="me"), "business_for", Fault.BUSINESS_FOR),
        (cost("tv_captions", 900), "regular_price", Fault.NEEDED),
        (cost("home_changes", 900), "rise_in_value", Fault.NEEDED),
        (cost("medical_driving"), "miles", Fault.NEEDED),
        (cost("medical_driving", miles=0), "miles", Fault.MILES),
        (cost("medical_driving", miles=10.5), "miles", Fault.MILES),
        (cost("medical_driving", 90, miles=10), "amount", Fault.NOT_FOR_THIS),
    ],
)
def test_what_a_kind_of_cost_needs_is_asked(told: dict[str, Any], field: str, fault: str) -> None:
    assert problems(case(told)) == [(f"/expenses/0/{field}", fault)]


@pytest.mark.parametrize(
    ("data", "pointer", "fault"),
    [
        ([], "", TaxFault.GROUP),
        (case() | {"expenses": {}}, "/expenses", TaxFault.LIST),
        (case() | {"expenses": [3]}, "/expenses/0", TaxFault.GROUP),
        (case(*[AIDS] * (MOST_EXPENSES + 1)), "/expenses", Fault.TOO_MANY),
        (case() | {"household": 3}, "/household", TaxFault.GROUP),
        (case() | {"wishes": 3}, "/wishes", TaxFault.UNKNOWN_FIELD),
        (case(household={"health_plan": "gold"}), "/household/health_plan", Fault.HEALTH_PLAN),
        (case(household={"taxpayer_business": 3}), "/household/taxpayer_business", TaxFault.GROUP),
        (
            case(household={"spouse_business": {"full_time_employees_year_before": -1}}),
            "/household/spouse_business/full_time_employees_year_before",
            Fault.EMPLOYEES,
        ),
        (case(taxpayer={"wages": -1}), "/return/taxpayer/wages", TaxFault.AMOUNT_NEGATIVE),
        ({"expenses": []}, "/return", TaxFault.GROUP),
    ],
)
def test_a_part_of_a_case_that_cannot_be_used_is_named(data: object, pointer: str, fault: str) -> None:
    assert problems(data) == [(pointer, fault)]


def test_every_problem_is_named_at_once() -> None:
    told = case(AIDS | {"amount": -1, "purpose": "fun"}, AIDS | {"paid_by": 3}, tax_year=1999)
    assert [pointer for pointer, _ in problems(told)] == [
        "/return/tax_year",
        "/expenses/0/purpose",
        "/expenses/0/amount",
        "/expenses/1/paid_by",
    ]


def test_as_many_costs_as_allowed_are_read() -> None:
    assert len(parse_case(case(*[AIDS] * MOST_EXPENSES)).expenses) == MOST_EXPENSES


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("category", [category.value for category in Category])
def test_a_cost_written_as_json_is_read_as_the_same_cost(category: str, use: str) -> None:
    fields = {"amount": "500.25", **EXTRA.get(category, {})} | USES[use]
    if category == "medical_driving":
        del fields["amount"]
    told = expense(category, id="a1", whose="spouse", reimbursed=5, reimbursed_by="insurance", **fields)
    assert parse_expense(told.as_json(), tax_year=2025) == told


def test_one_cost_alone_is_read_with_a_pointer_of_its_own() -> None:
    with pytest.raises(InvalidCase) as caught:
        parse_expense(AIDS | {"amount": -1}, tax_year=2025, pointer="/expenses/a1")
    assert caught.value.field == "/expenses/a1/amount"


def test_whoever_says_nothing_about_private_use_is_taken_to_have_it() -> None:
    assert expense("hearing_aids", 3_000, purpose="work").use is Use.WORK_AND_PRIVATE


def test_a_household_is_read_in_cents() -> None:
    told = household(taxpayer_business={"receipts_year_before": "90000.50"}, fsa_at_work=True, fsa_chosen=200)
    assert told.taxpayer_business.receipts_year_before == 90_000_50
    assert (told.fsa_at_work, told.fsa_chosen) == (True, 200_00)


@pytest.mark.parametrize(
    ("category", "purpose", "business_for", "asked"),
    [
        (Category.HEARING_AIDS, Purpose.WORK, None, ("amount",)),
        (Category.INTERPRETER, Purpose.WORK, None, ("amount", "used_privately")),
        (Category.INTERPRETER, Purpose.BUSINESS, None, ("amount", "business_for")),
        (
            Category.INTERPRETER,
            Purpose.BUSINESS,
            BusinessFor.OWNER,
            ("amount", "business_for", "used_privately"),
        ),
        (Category.MEDICAL_DRIVING, Purpose.CARE, None, ("miles",)),
        (Category.TV_CAPTIONS, Purpose.CARE, None, ("amount", "regular_price")),
    ],
)
def test_only_what_matters_is_asked(
    category: Category, purpose: Purpose, business_for: BusinessFor | None, asked: tuple[str, ...]
) -> None:
    assert questions(category, purpose, business_for) == asked
