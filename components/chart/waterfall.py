"""How one amount becomes another, step by step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from nicegui.element import Element

from components.chart.drawing import Kind, Mark, draw_chart
from components.table import Column
from services.words import dollars, sentence

Write = Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class Step:
    """What is added, or with a minus taken away. Without an amount it is the total so far."""

    label: str
    amount: Decimal | None = None


def waterfall_chart(title: str, steps: Sequence[Step], *, says: str, write: Write = dollars) -> Element:
    """Each step begins where the one before it ended, and a thin line shows that.

    The first step and totals are plain. What is added has upright lines and a plus, what is taken away slanting lines
    and a minus. A total below zero is drawn too. `says` and `write` are as in `bar_chart`.
    """
    after = list(accumulate(step.amount or Decimal(0) for step in steps))
    columns = [
        Column(sentence("chart.what")),
        Column(sentence("chart.change"), "figure"),
        Column(sentence("chart.so_far"), "figure"),
    ]
    rows = [
        (step.label, "" if step.amount is None else _signed(step.amount, write), write(total))
        for step, total in zip(steps, after, strict=True)
    ]
    return draw_chart(title, list(_marks(steps, after, write)), says=says, columns=columns, rows=rows)


def _marks(steps: Sequence[Step], after: Sequence[Decimal], write: Write) -> Iterator[Mark]:
    ends = [Decimal(0), *after]
    lowest = min(ends)
    width = (max(ends) - lowest) or Decimal(1)
    zero = float(-lowest / width)
    before = zero
    for number, (step, total) in enumerate(zip(steps, after, strict=True)):
        place = float((total - lowest) / width)
        is_whole = step.amount is None or number == 0
        figure = write(total) if step.amount is None else _signed(step.amount, write, first=number == 0)
        joins = place if number + 1 < len(steps) else None
        yield Mark(step.label, figure, zero if is_whole else before, place, _kind(step, number == 0), zero, joins)
        before = place


def _kind(step: Step, is_first: bool) -> Kind:
    if step.amount is None or is_first:
        return "whole"
    return "part" if step.amount < 0 else "more"


def _signed(amount: Decimal, write: Write, *, first: bool = False) -> str:
    return f"+{write(amount)}" if amount > 0 and not first else write(amount)
