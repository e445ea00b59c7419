"""The tax on a profit is told by each rate of Schedule SE, and what is told is what the engine enters."""

from typing import Any

import pytest

from services import tax
from services.tax import Computed
from tests.services.tax.returns import oracle
from ui.estimate.lines.worked_out import worked_out_in_words


def _computed(profit: int, **taxpayer: Any) -> Computed:
    person = {"age": 40, "self_employment_net_profit": profit, **taxpayer}
    return tax.compute(tax.parse_return({"tax_year": 2025, "filing_status": "single", "taxpayer": person}))


def test_each_line_of_schedule_se_says_by_which_rates_it_was_found() -> None:
    computed = _computed(38_000)
    assert worked_out_in_words(computed, "schedule_se.6.taxpayer") == ("92.35% of the profit of $38,000 is $35,093.",)
    assert worked_out_in_words(computed, "schedule_se.12.taxpayer") == (
        "Social Security: 12.4% of $35,093 is $4,352.",
        "Medicare: 2.9% of $35,093 is $1,018.",
        "Together that is 15.3%, or $5,370.",
    )
    assert worked_out_in_words(computed, "schedule_se.13.taxpayer") == ("50% of $5,370 is $2,685.",)


@pytest.mark.parametrize(
    ("wages", "first"),
    [(150_000, ["Social Security: 12.4% of $26,100 is $3,236."]), (176_100, [])],
)
def test_pay_from_a_job_uses_up_what_social_security_tax_is_on(wages: int, first: list[str]) -> None:
    medicare, limit = "Medicare: 2.9% of $35,093 is $1,018.", "Social Security tax is only on the first $176,100 of"
    *parts, last = worked_out_in_words(_computed(38_000, wages=wages), "schedule_se.12.taxpayer")
    assert parts == [*first, medicare]
    assert last == f"{limit} pay and profit together. The tax is ${4_254 if first else 1_018:,}."


def test_nothing_is_told_of_too_small_a_profit_nor_of_what_two_people_come_to() -> None:
    for line in ("schedule_se.6.taxpayer", "schedule_se.12.taxpayer", "schedule_se.13.taxpayer"):
        assert not worked_out_in_words(_computed(400), line)
        assert not worked_out_in_words(_computed(38_000), line.replace("taxpayer", "spouse"))
    assert not worked_out_in_words(_computed(38_000), "schedule_se.6")
    assert not worked_out_in_words(_computed(38_000), "schedule_2.4")


def test_what_is_told_adds_up_to_the_line_for_everybody_with_a_profit() -> None:
    for case in oracle("self_employed"):
        computed = tax.compute(tax.parse_return(case))
        for who in ("taxpayer", "spouse"):
            told = worked_out_in_words(computed, f"schedule_se.12.{who}")
            parts = sum(_last_amount(each) for each in told[:-1])
            assert parts == computed.line(f"schedule_se.12.{who}").amount // 100, case["id"]


def _last_amount(words: str) -> int:
    return int(words.rpartition("$")[2].rstrip(".").replace(",", ""))
