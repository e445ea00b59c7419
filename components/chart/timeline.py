"""What happens when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.chart.drawing import Chart, Kind, Mark
from components.table import Cell, Column
from services.words import long_date, sentence


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
    Chart(title, columns).show(marks, rows, says=says)


def _dates(moment: Moment) -> str:
    if moment.until is None:
        return long_date(moment.on)
    return sentence("chart.from_to", begins=long_date(moment.on), ends=long_date(moment.until))
