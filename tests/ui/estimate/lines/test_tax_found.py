"""The tax of a line is told by the table's row and by each rate, and what is told is the tax that the engine enters."""

import pytest

from services import tax
from services.tax import Computed
from tests.services.tax.returns import SCENARIOS, oracle
from ui.estimate.lines.tax_found import tax_found_in_words


def _computed(wages: int, **income: int) -> Computed:
    told = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 37, "wages": wages}, "income": income}
    return tax.compute(tax.parse_return(told))


def test_a_tax_by_the_table_is_told_by_its_row_and_each_rate() -> None:
    assert tax_found_in_words(_computed(31_200), "1040.16") == (
        "The IRS Tax Table has one tax for incomes from $15,450 up to $15,500. It is the tax on the middle, $15,475.",
        "10% of the first $11,925 is $1,192.50.",
        "12% of the next $3,550 is $426.",
        "Together that is $1,618.50. In whole dollars it is $1,619.",
    )


def test_above_the_table_the_rates_alone_are_told() -> None:
    assert tax_found_in_words(_computed(135_750), "1040.16") == (
        "10% of the first $11,925 is $1,192.50.",
        "12% of the next $36,550 is $4,386.",
        "22% of the next $54,875 is $12,072.50.",
        "24% of the next $16,650 is $3,996.",
        "Together that is $21,647. In whole dollars it is $21,647.",
    )


def test_with_gains_the_rates_are_told_of_the_income_without_them_and_nothing_is_told_of_no_tax() -> None:
    with_gains = _computed(31_200, long_term_capital_gain=3_000)
    assert tax_found_in_words(with_gains, "gains.22") == tax_found_in_words(_computed(31_200), "1040.16")
    assert tax_found_in_words(with_gains, "1040.16") != tax_found_in_words(_computed(34_200), "1040.16")
    assert not tax_found_in_words(_computed(9_000), "1040.16")
    assert not tax_found_in_words(with_gains, "1040.15")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_tax_at_the_usual_rates_is_the_one_that_is_told(scenario: str) -> None:
    for case in oracle(scenario):
        computed = tax.compute(tax.parse_return(case))
        found = computed.tax_on(computed.line("gains.5").amount)
        assert found.as_filed == computed.line("gains.22").amount, case["id"]
