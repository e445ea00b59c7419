"""The days and addresses for filing a return: whole, sourced, and never on a day when no office is open."""

from datetime import date

import pytest

from services.filing import (
    deadlines_of,
    sources,
    way_to_amend,
    way_to_more_time,
    way_to_pay,
    way_to_refund,
    ways,
)
from services.filing.stages import Stage, stage_of
from services.finder import Confirmed
from services.tax import YEARS
from services.words import known

_SATURDAY = 5
_MONTHS_MORE = 6  # 26 CFR 1.6081-4(a)


@pytest.mark.parametrize("tax_year", YEARS)
def test_every_year_that_can_be_estimated_has_days_that_are_working_days(tax_year: int) -> None:
    days = deadlines_of(tax_year)
    assert days.due_on == date(tax_year + 1, 4, 15)  # 26 U.S.C. 6072(a)
    assert days.extended_on.month - days.due_on.month == _MONTHS_MORE
    assert days.credits_paid_from == date(tax_year + 1, 2, 15)  # 26 U.S.C. 6402(m)
    assert max(days.due_on.weekday(), days.extended_on.weekday()) < _SATURDAY  # else 26 U.S.C. 7503 moves them


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2025, 12, 31), Stage.EARLY),
        (date(2026, 1, 1), Stage.OPEN),
        (date(2026, 4, 15), Stage.OPEN),
        (date(2026, 4, 16), Stage.EXTENDED),
        (date(2026, 10, 15), Stage.EXTENDED),
        (date(2026, 10, 16), Stage.LATE),
        (date(2026, 12, 31), Stage.LATE),
        (date(2027, 1, 1), Stage.PAST),
    ],
)
def test_each_day_lies_in_one_stage_of_the_return_of_2025(today: date, stage: Stage) -> None:
    assert stage_of(2025, today) is stage


def test_every_way_has_words_and_leads_to_the_irs() -> None:
    assert [way.name for way in ways()] == ["free_file", "vita", "preparer", "paper"]
    for way in ways():
        assert all(known(f"filing.{way.name}.{part}") for part in ("title", "about", "bring", "link"))
    assert all(
        to.startswith("https://www.irs.gov/")
        for to in [
            *(way_to_more_time(), way_to_pay(), way_to_amend()),
            *(way_to_refund(amended=amended) for amended in (False, True)),
            *(way.address for way in ways()),
        ]
    )


def test_what_was_not_read_is_said_to_be_not_read() -> None:
    assert Confirmed.NOT_READ in {source.confirmed for source in sources()}
    assert all(known(f"finder.confirmed.{source.confirmed}") for source in sources())
