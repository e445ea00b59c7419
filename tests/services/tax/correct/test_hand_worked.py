"""Returns worked out by hand; hand_worked.csv is the table, which a tax expert can read and extend.

Each row is a person who is single in 2025 and aged 40, unless the row says otherwise, the line that was worked out, and
the law. Amounts are to the cent.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.services.tax.returns import computed, in_dollars
from tests.services.tax.scenarios import return_of

with Path(__file__).with_name("hand_worked.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["who"])
def test_the_line_says_what_was_worked_out_by_hand(case: dict[str, str]) -> None:
    result = computed(**return_of(case))
    assert in_dollars(result.line(case["line"]).amount) == Decimal(case["dollars"].replace(",", "")), case["source"]


def test_withholding_above_the_tax_comes_back() -> None:
    """Wages 40,000: taxable 24,250, tax 1,192.50 + 12% of 12,325 = 2,671.50."""
    result = computed(taxpayer={"age": 40, "wages": 40_000}, payments={"federal_income_tax_withheld": "3000.50"})
    assert (in_dollars(result.refund), result.amount_owed) == (Decimal("329.00"), 0)


def test_withholding_below_the_tax_leaves_an_amount_owed() -> None:
    result = computed(taxpayer={"age": 40, "wages": 40_000}, payments={"estimated_tax_payments": 2_000})
    assert (result.refund, in_dollars(result.amount_owed)) == (0, Decimal("671.50"))


def test_nobody_itemizes_when_it_changes_nothing() -> None:
    """Both ways give no tax: the simpler way is taken."""
    result = computed(taxpayer={"age": 40, "wages": 9_000}, itemized={"mortgage_interest": 20_000})
    assert result.line("schedule_a.17").amount == 0
