"""What happens when: marks over a scale of days, months or years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.chart.drawing import Chart, Kind, Mark, Tick
from components.table import Cell, Column
from services.words import long_date, month_and_day, month_in_short, sentence

_MOST_TICKS = 4  # their words stay apart at 320 px, in large text as well
_STEPS_IN_MONTHS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or with `until` a stretch of days."""

    label: str
    on: date
    until: date | None = None
    kind: Kind = "whole"

    @property
    def end(self) -> date:
        """Its last day."""
        return self.until or self.on


def timeline_chart(title: str, moments: Sequence[Moment], *, says: str) -> None:
    """One line for each moment, on one scale from the first day to the last: a dot for a day, a bar for a stretch.

    `says` is the one thing to see in the picture. Dates are written out beside each mark. There is at least one moment.
    """
    first, last = min(each.on for each in moments), max(each.end for each in moments)
    days = (last - first).days or 1
    marks = [
        Mark(
            each.label,
            _dates(each),
            (each.on - first).days / days,
            (each.end - first).days / days,
            each.kind,
            zero=None,
            is_point=each.until is None,
        )
        for each in moments
    ]
    columns = [Column(sentence(f"chart.{code}")) for code in ("what", "begins", "ends")]
    rows = [(each.label, Cell(long_date(each.on), each.on), Cell(long_date(each.end), each.end)) for each in moments]
    Chart(title, columns).show(marks, rows, says=says, scale=_scale(first, last))


def _scale(first: date, last: date) -> list[Tick]:
    """The first day and the last; where there are months between them, their beginnings instead."""
    days = (last - first).days or 1
    ticks = [(month_in_short(day), day) for day in _months(first, last)]
    if len(ticks) < 2:
        ticks = [(month_and_day(day), day) for day in sorted({first, last})]
    return [Tick(label, (day - first).days / days) for label, day in ticks]


def _months(first: date, last: date) -> list[date]:
    """The first days of months in this stretch; of many only each second, third, sixth, or of each year one."""
    every = list(_beginnings(first, last))
    for step in _STEPS_IN_MONTHS:
        found = [day for day in every if (day.month - 1) % step == 0]
        if len(found) <= _MOST_TICKS:
            return found
    return found[:: -(-len(found) // _MOST_TICKS)]


def _beginnings(first: date, last: date) -> Iterator[date]:
    day = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _dates(moment: Moment) -> str:
    if moment.until is None:
        return long_date(moment.on)
    return sentence("chart.from_to", begins=long_date(moment.on), ends=long_date(moment.until))
