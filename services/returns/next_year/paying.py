"""What keeps somebody who owes much from a penalty next time: more tax withheld, or estimated tax."""

from collections.abc import Iterator
from datetime import date

from services.filing import told_of
from services.filing.underpaid import part_of, payment_days, underpaid
from services.finder import Confirmed, Reason, Source, Suggestion, Why
from services.tax import Computed, Money
from services.words import long_date

_MONTHS, _PAYMENTS = 12, 4


def pay_during_the_year(result: Computed, *, today: date) -> Suggestion | None:
    """By how much more the year of this return would have been without a penalty. None where none is to be feared.

    It is no gain in dollars: the tax stays the same, and what the penalty comes to is not worked out.
    """
    found, year = underpaid(result), str(result.given.tax_year)
    if found is None or not found.lacking:
        return None
    amounts = {"more": part_of(found.lacking, 1)}
    what = Reason("filing.ahead.what", amounts, {"year": year, "share": found.share})
    ways = tuple(_ways(result, found.lacking, today))
    law = told_of("underpaid")
    return Suggestion(what, 0, ways, Source(law["source"], Confirmed(law["confirmed"])))


def _ways(result: Computed, lacking: Money, today: date) -> Iterator[Reason]:
    if result.given.answer("taxpayer.wages") or result.given.answer("spouse.wages"):
        yield Reason("filing.ahead.withhold", {"part": part_of(lacking, _MONTHS)})
    yield Reason("filing.ahead.estimated", {"part": part_of(lacking, _PAYMENTS)})
    yield from _days(result.given.tax_year, today)
    yield Reason(Why.ASSUMES_SAME_NEXT_YEAR, figures={"year": str(result.given.tax_year + 1)})


def _days(tax_year: int, today: date) -> Iterator[Reason]:
    """The days that are still ahead, up to a year of which all are."""
    for year in range(tax_year, tax_year + 3):
        ahead = [day for day in payment_days(year) if day >= today]
        if ahead:
            yield Reason("filing.ahead.days", {}, {"year": str(year), "days": "; ".join(map(long_date, ahead))})
        if len(ahead) == _PAYMENTS:
            return
