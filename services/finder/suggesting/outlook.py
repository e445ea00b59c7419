"""This year and the next: the costs of both, and what the returns of both come to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from services.finder.changes import Changes, changed, with_costs
from services.finder.expenses import Expense, Household
from services.finder.placing import Verdict, placed
from services.finder.reasons import Reason, Why
from services.finder.rules import Place, Source
from services.tax import YEARS, Method, Money, Return, compute


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that would help. `gain` is in cents, over both years where it touches both.

    `assuming` is what must be so; `source` is where the rule stands.
    """

    what: Reason
    gain: Money
    assuming: tuple[Reason, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a person has told, seen from `today`. Costs dated in the next year are plans."""

    return_: Return
    expenses: tuple[Expense, ...]
    household: Household
    method: Method
    today: date

    @property
    def next_year(self) -> int:
        """The year after that of the return."""
        return self.return_.tax_year + 1

    @property
    def next_return(self) -> Return:
        """The same return a year later, by the newest law that is known."""
        return replace(self.return_, tax_year=min(self.next_year, max(YEARS)))

    def verdicts(self, year: int, expenses: Iterable[Expense]) -> list[Verdict]:
        """Where the costs of this year or the next belong."""
        return_ = self._return_of(year)
        ours = (moved(one, return_.tax_year) for one in expenses if one.spent_on.year == year)
        return [placed(one, return_, self.household) for one in ours]

    def medical(self, year: int) -> list[Expense]:
        """The costs of that year that count as medical ones."""
        theirs = [one for one in self.expenses if one.spent_on.year == year]
        verdicts = self.verdicts(year, theirs)
        pairs = zip(theirs, verdicts, strict=True)
        return [one for one, verdict in pairs if verdict.place is Place.MEDICAL and verdict.counted]

    def outcome(self, year: int, expenses: Iterable[Expense], changes: Changes | None = None) -> Money | None:
        """What that year's return comes to with these costs and changes; None if it can't be known."""
        return_ = self._return_of(year)
        with_all = changed(with_costs(return_, self.verdicts(year, expenses)), changes or {})
        computed = compute(with_all, method=self.method)
        return None if computed.unsupported else computed.outcome

    def _return_of(self, year: int) -> Return:
        return self.return_ if year == self.return_.tax_year else self.next_return

    def about_next_year(self) -> tuple[Reason, ...]:
        """What has to be assumed whenever the next year is looked at."""
        same = Reason(Why.ASSUMES_SAME_NEXT_YEAR, figures={"year": str(self.next_year)})
        known = self.next_return.tax_year
        if known == self.next_year:
            return (same,)
        return same, Reason(Why.ASSUMES_LAW_OF, figures={"year": str(self.next_year), "known": str(known)})


def moved(expense: Expense, year: int) -> Expense:
    """The same cost, paid in that year; on which day of it does not matter."""
    return replace(expense, spent_on=date(year, 12, 31))
