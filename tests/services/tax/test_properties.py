"""What must hold for every return, tried on all those of the independent model and on random changes of them."""

from copy import deepcopy
from random import Random
from typing import Any

import pytest

from services.tax import compute, parse_return
from tests.services.tax.returns import SCENARIOS, exactly, oracle

SEED = 20_260_415


def changed(case: dict[str, Any], chance: Random) -> dict[str, Any]:
    """The return with other amounts: some gone, some larger, some smaller."""
    other = deepcopy(case)
    for group in ("taxpayer", "income", "itemized"):
        for field, amount in other[group].items():
            if not isinstance(amount, bool) and field not in ("age", "qualified_dividends", "ordinary_dividends"):
                other[group][field] = round(amount * chance.choice([0, 1, 1, chance.uniform(0.5, 3)]))
    return other


def variants(scenario: str) -> list[dict[str, Any]]:
    chance = Random(SEED)  # noqa: S311 - the same returns in each run
    return [*oracle(scenario), *(changed(case, chance) for case in oracle(scenario))]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_person_never_gets_a_refund_and_owes_at_once(scenario: str) -> None:
    results = [compute(parse_return(case)) for case in variants(scenario)]
    assert [
        result.given.id for result in results if not result.unsupported and result.refund and result.amount_owed
    ] == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_dollar_more_withheld_comes_back_as_a_dollar(scenario: str) -> None:
    for case in variants(scenario):
        less, more = (
            compute(parse_return(case | {"payments": {"federal_income_tax_withheld": held}})) for held in (4_000, 4_001)
        )
        if not less.unsupported:
            assert more.outcome - less.outcome == 100, case["id"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_more_wages_never_raise_the_refund_by_more_than_the_wages(scenario: str) -> None:
    for case in variants(scenario):
        raised = deepcopy(case)
        raised["taxpayer"]["wages"] += 500
        before, after = exactly(case), exactly(raised)
        if not before.unsupported and not after.unsupported:
            assert after.outcome - before.outcome <= 500_00, case["id"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_order_of_the_fields_does_not_matter(scenario: str) -> None:
    for case in oracle(scenario):
        turned = {
            field: dict(reversed(value.items())) if isinstance(value, dict) else value
            for field, value in reversed(case.items())
        }
        turned["dependents"] = case["dependents"][::-1]
        assert compute(parse_return(turned)).expected() == compute(parse_return(case)).expected()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_computing_twice_gives_the_same(scenario: str) -> None:
    for case in oracle(scenario):
        given = parse_return(case)
        assert compute(given).lines == compute(given).lines
