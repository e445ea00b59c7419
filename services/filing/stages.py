"""How far it is with the return of a year on a day: what can still be done in time, and what is closed."""

from datetime import date
from enum import StrEnum

from services.filing import deadlines_of


class Stage(StrEnum):
    """Where a day lies. Words for some of them are under `filing` in content/en."""

    EARLY = "early"
    """The year is not over: nobody can file yet."""
    OPEN = "open"
    EXTENDED = "extended"
    """In time for those alone who asked for more time."""
    LATE = "late"
    """Late for everybody, in the year in which it was due."""
    PAST = "past"
    """Late, and another year is filed now."""

    @property
    def is_over(self) -> bool:
        """Whether what is there for returns in time is closed."""
        return self in {Stage.LATE, Stage.PAST}


def stage_of(tax_year: int, today: date) -> Stage:
    """Where this day lies for the return of a year. KeyError for a year without dates."""
    days = deadlines_of(tax_year)
    if today.year <= tax_year:
        return Stage.EARLY
    if today.year > tax_year + 1:
        return Stage.PAST
    if today <= days.due_on:
        return Stage.OPEN
    return Stage.EXTENDED if today <= days.extended_on else Stage.LATE
