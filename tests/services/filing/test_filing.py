"""The days and addresses for filing a return: whole, sourced, and never on a day when no office is open."""

from datetime import date

import pytest

from services.filing import deadlines_of, sources, way_to_more_time, ways
from services.finder import Confirmed
from services.returns import YEARS
from services.words import known

_SATURDAY = 5
_MONTHS_MORE = 6  # 26 CFR 1.6081-4(a)


@pytest.mark.parametrize("tax_year", YEARS)
def test_every_year_that_can_be_estimated_has_days_that_are_working_days(tax_year: int) -> None:
    days = deadlines_of(tax_year)
    assert days.due_on == date(tax_year + 1, 4, 15)  # 26 U.S.C. 6072(a)
    assert days.extended_on.month - days.due_on.month == _MONTHS_MORE
    assert max(days.due_on.weekday(), days.extended_on.weekday()) < _SATURDAY  # else 26 U.S.C. 7503 moves them


def test_every_way_has_words_and_leads_to_the_irs() -> None:
    assert [way.name for way in ways()] == ["free_file", "vita", "preparer", "paper"]
    for way in ways():
        assert all(known(f"filing.{way.name}.{part}") for part in ("title", "about", "bring", "link"))
    assert all(to.startswith("https://www.irs.gov/") for to in [way_to_more_time(), *(way.address for way in ways())])


def test_what_was_not_read_is_said_to_be_not_read() -> None:
    assert Confirmed.NOT_READ in {source.confirmed for source in sources()}
    assert all(known(f"finder.confirmed.{source.confirmed}") for source in sources())
