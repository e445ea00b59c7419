"""Effects worked out by hand; hand_worked.toml is the table, which a tax expert can read and extend."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from services.finder import Findings
from tests.services.finder.cases import case, found

CASES = tomllib.loads(Path(__file__).with_name("hand_worked.toml").read_text("utf-8"))["case"]
FIELDS = ("tax_year", "filing_status", "taxpayer", "itemized", "dependents", "household")
hand_worked = pytest.mark.parametrize("worked", CASES, ids=lambda worked: worked["who"])


def findings_of(worked: dict[str, Any]) -> Findings:
    fields = {name: worked[name] for name in FIELDS if name in worked}
    day = f"{worked.get('tax_year', 2025)}-05-03"
    costs = [{"spent_on": day} | told for told in worked["costs"]]
    return found(case(*costs, **({"taxpayer": {"age": 40, "wages": 60_000}} | fields)))


def in_dollars(cents: int | None) -> str:
    assert cents is not None
    return str(Decimal(cents) / 100) if cents % 100 else f"{cents // 100}.00"


@hand_worked
def test_a_cost_changes_the_refund_by_what_was_worked_out(worked: dict[str, Any]) -> None:
    findings = findings_of(worked)
    assert [Decimal(in_dollars(one.effect.amount)) for one in findings.findings] == [*map(Decimal, worked["dollars"])]
    assert Decimal(in_dollars(findings.total.amount)) == Decimal(worked["total"])


@hand_worked
def test_the_reasons_say_why_with_the_numbers(worked: dict[str, Any]) -> None:
    reasons = findings_of(worked).findings[0].effect.why
    assert [reason.code for reason in reasons] == worked["codes"]
    for place, expected in ((0, "amounts"), (-1, "last")):
        amounts = {name: in_dollars(cents) for name, cents in reasons[place].amounts.items()}
        assert expected not in worked or amounts == worked[expected]


@hand_worked
def test_it_is_said_when_the_parts_do_not_add_up(worked: dict[str, Any]) -> None:
    total = findings_of(worked).total
    adds_up = sum(map(Decimal, worked["dollars"])) == Decimal(worked["total"])
    assert ("finder.total.is_not_the_sum" in [reason.code for reason in total.why]) != adds_up
    assert "total_codes" not in worked or [reason.code for reason in total.why] == worked["total_codes"]
