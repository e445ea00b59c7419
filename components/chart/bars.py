"""Amounts side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.chart.drawing import Chart, Kind, Mark
from components.table import Column
from services.words import dollars, sentence


@dataclass(frozen=True, slots=True)
class Amount:
    """A named amount, 0 or more; None where nothing was measured, which is not the same as 0."""

    label: str
    amount: Decimal | None
    kind: Kind = "whole"


def bar_chart(
    title: str,
    amounts: Sequence[Amount],
    *,
    says: str,
    write: Callable[[Decimal], str] = dollars,
    at_least: Decimal = Decimal(0),
) -> None:
    """One bar for each amount, all on one scale that begins at zero.

    `says` is the one thing to see in the picture, in a sentence or two; it stands over it for everybody. `write` turns
    an amount into words: dollars, unless it is told otherwise. `at_least` is the smallest amount that fills the whole
    width.
    """
    largest = max([at_least, *(each.amount or Decimal(0) for each in amounts)]) or Decimal(1)
    figures = [sentence("chart.none") if each.amount is None else write(each.amount) for each in amounts]
    marks = [
        Mark(each.label, figure, 0, float((each.amount or Decimal(0)) / largest), each.kind)
        for each, figure in zip(amounts, figures, strict=True)
    ]
    columns = [Column(sentence("chart.what")), Column(sentence("chart.amount"), "figure")]
    rows = [(each.label, figure) for each, figure in zip(amounts, figures, strict=True)]
    Chart(title, columns).show(marks, rows, says=says)
