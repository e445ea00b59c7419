"""Costs, returns and findings for tests, with what is usual left out."""

from datetime import date
from typing import Any

from services.finder import Expense, Findings, Household, find, parse_case
from services.tax import Method

NOVEMBER = date(2025, 11, 30)


def case(*expenses: dict[str, Any], household: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A case: somebody single in 2025, aged 40, unless the fields say otherwise."""
    usual: dict[str, Any] = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 40}}
    return {"return": usual | fields, "expenses": list(expenses), "household": household or {}}


def cost(category: str, amount: object = None, **fields: Any) -> dict[str, Any]:
    """A cost of May 2025 for care, unless the fields say otherwise."""
    paid = {} if amount is None else {"amount": amount}
    return {"category": category, "spent_on": "2025-05-03", "purpose": "care"} | paid | fields


def found(told: dict[str, Any], *, today: date = NOVEMBER, method: Method = Method.EXACT) -> Findings:
    """The findings for a case."""
    read = parse_case(told)
    return find(read.return_, read.expenses, method=method, today=today, household=read.household)


def expense(category: str, amount: object = None, **fields: Any) -> Expense:
    """One cost, read."""
    return parse_case(case(cost(category, amount, **fields))).expenses[0]


def household(**fields: Any) -> Household:
    """A household, read."""
    return parse_case(case(household=fields)).household
