"""Every return of the independent model, in every field, within a dollar. Where it departs from the law, by the law."""

from decimal import Decimal
from typing import Any

import pytest

from tests.services.tax.correct.departures import DEPARTURES
from tests.services.tax.returns import SCENARIOS, exactly, in_dollars, oracle

TOLERANCE = Decimal(1)
_TOTALS = ("income_tax_after_refundable_credits", "tax_after_all_credits")


def by_law(case: dict[str, Any]) -> dict[str, Decimal]:
    """What the model expects, with its departure from the law put right."""
    expected = {field: Decimal(repr(amount)) for field, amount in case["expected"].items()}
    if departure := DEPARTURES.get(case["id"]):
        too_much = expected[departure.field] - departure.lawful
        expected[departure.field] = departure.lawful
        for total in _TOTALS:
            expected[total] += too_much
    return expected


def differences(case: dict[str, Any]) -> list[str]:
    result = exactly(case)
    if result.unsupported:
        return [f"{case['id']:28} refused: {', '.join(result.unsupported)}"]
    ours, theirs = result.expected(), by_law(case)
    assert ours.keys() == theirs.keys()
    return [
        f"{case['id']:28} {field:48} ours {in_dollars(ours[field]):>12} expected {theirs[field]:>12}"
        for field in theirs
        if abs(in_dollars(ours[field]) - theirs[field]) > TOLERANCE
    ]


@pytest.mark.parametrize("tax_year", [2025, 2026])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_returns_agree_with_the_independent_model_in_every_field(scenario: str, tax_year: int) -> None:
    cases = [case for case in oracle(scenario) if case["tax_year"] == tax_year]
    found = [difference for case in cases for difference in differences(case)]
    assert len(cases) == 34
    assert not found, "\n" + "\n".join(found)


def test_each_departure_is_still_one() -> None:
    """Once the model is put right, the exception must go."""
    cases = {case["id"]: case for scenario in SCENARIOS for case in oracle(scenario)}
    same = [
        name for name, departure in DEPARTURES.items() if cases[name]["expected"][departure.field] == departure.lawful
    ]
    assert same == []


def test_a_wrong_amount_would_be_seen() -> None:
    case = dict(oracle("wage")[0])
    case["expected"] = case["expected"] | {"taxable_income": case["expected"]["taxable_income"] + 1.5}
    assert len(differences(case)) == 1
