"""Amounts side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.chart.drawing import Chart, Kind, Mark
from components.table import Cell, Column
from services.words import dollars, sentence


@dataclass(frozen=True, slots=True)
class Amount:
    """A named amount, 0 or more."""

    label: str
    amount: Decimal
    kind: Kind = "whole"


def bar_chart(title: str, amounts: Sequence[Amount], *, says: str, write: Callable[[Decimal], str] = dollars) -> None:
    """One bar for each amount, all on one scale that begins at zero.

    `says` is the one thing to see in the picture, in a sentence or two; it stands over it for everybody. `write` turns
    an amount into words: dollars, unless it is told otherwise.
    """
    largest = max((each.amount for each in amounts), default=Decimal(0)) or Decimal(1)
    marks = [Mark(each.label, write(each.amount), 0, float(each.amount / largest), each.kind) for each in amounts]
    columns = [Column(sentence("chart.what")), Column(sentence("chart.amount"), "figure")]
    rows = [(each.label, Cell(write(each.amount), each.amount)) for each in amounts]
    Chart(title, columns).show(marks, rows, says=says)
