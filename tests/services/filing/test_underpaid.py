"""Paying too little during the year: who is told of the penalty, what would have been enough, and what to do."""

from datetime import date
from typing import Any

import pytest

from services import tax
from services.filing.underpaid import payment_days, underpaid
from services.returns.next_year.paying import pay_during_the_year
from services.tax import YEARS
from services.words import dollars, sentence

_SATURDAY = 5
_FEBRUARY = date(2026, 2, 1)
SIGNER = {"taxpayer": {"age": 41, "wages": 60_000, "self_employment_net_profit": 20_000}}


def _result(withheld: int, estimated: int = 0, **fields: Any) -> tax.Computed:
    paid = {"federal_income_tax_withheld": withheld, "estimated_tax_payments": estimated}
    told = {"tax_year": 2025, "filing_status": "single", "payments": paid} | SIGNER | fields
    return tax.compute(tax.parse_return(told))


def _ways(result: tax.Computed, today: date = _FEBRUARY) -> list[str]:
    idea = pay_during_the_year(result, today=today)
    return [each.in_words(sentence, dollars) for each in (idea.what, *idea.assuming)] if idea else []


def test_who_owes_much_reads_what_would_have_been_enough() -> None:
    """The tax is 10,748: 90% of it are 9,673.20, of which 3,000 were withheld."""
    found = underpaid(_result(3_000))
    assert found
    assert (found.owed, found.paid, found.enough, found.lacking) == (7_748_00, 3_000_00, 9_673_20, 6_673_20)
    assert found.income_above == 150_000_00


@pytest.mark.parametrize(
    ("withheld", "estimated", "is_told"),
    [(9_748, 0, False), (9_673, 0, True), (9_674, 0, False), (3_000, 6_749, False), (3_000, 6_748, True)],
)
def test_only_with_1000_or_more_left_and_less_than_90_percent_withheld(
    withheld: int, estimated: int, is_told: bool
) -> None:
    """The last one paid 90% and owes 1,000: nobody knows if the payments came in time."""
    assert bool(underpaid(_result(withheld, estimated))) == is_told


def test_refundable_credits_are_no_tax_to_be_paid_during_the_year() -> None:
    """IRC 6654(f): credits other than withholding come off. Here the EITC comes off the tax of self-employment."""
    result = _result(0, taxpayer={"age": 41, "self_employment_net_profit": 15_000})
    credit, found = result.line("1040.27a").amount, underpaid(result)
    assert found
    assert credit
    assert found.enough == (result.line("1040.24").amount - credit) * 9 // 10


def test_a_separate_filer_has_half_of_the_income_limit() -> None:
    found = underpaid(_result(3_000, filing_status="married_separate"))
    assert found
    assert found.income_above == 75_000_00


def test_who_has_a_job_and_a_business_reads_of_both_ways_and_of_the_four_days() -> None:
    what, withhold, estimated, days, *_ = _ways(_result(3_000))
    assert "$6,674 more" in what
    assert "$557 a month" in withhold
    assert "$1,669 on each of four days" in estimated
    assert "April 15, 2026; June 15, 2026; September 15, 2026; January 15, 2027" in days


def test_who_has_no_job_is_not_sent_to_an_employer() -> None:
    alone = _ways(_result(0, taxpayer={"age": 41, "self_employment_net_profit": 60_000}))
    assert not any("W-4" in each for each in alone)
    assert any("1040-ES" in each for each in alone)


def test_days_that_are_over_are_left_out_and_those_of_the_next_year_follow() -> None:
    ways = _ways(_result(3_000), today=date(2026, 11, 30))
    said = [each for each in ways if "still ahead" in each]
    assert said[0].endswith("for 2026 that are still ahead: January 15, 2027.")
    assert said[1].startswith("The days for 2027 that are still ahead: April 15, 2027;")


def test_who_paid_enough_but_perhaps_late_gets_no_advice_to_pay_more() -> None:
    assert _ways(_result(3_000, 6_748)) == []


@pytest.mark.parametrize("year", [year + 1 for year in YEARS])
def test_the_four_days_of_the_next_year_are_known_and_are_working_days(year: int) -> None:
    days = payment_days(year)
    assert [(day.year, day.month) for day in days] == [(year, 4), (year, 6), (year, 9), (year + 1, 1)]
    assert max(day.weekday() for day in days) < _SATURDAY
