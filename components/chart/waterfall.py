"""How one amount becomes another, step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.chart.drawing import Chart, Kind, Mark
from components.table import Column
from services.words import dollars, sentence


@dataclass(frozen=True, slots=True)
class Step:
    """What is added, or with a minus taken away. Without an amount it is the total so far.

    `apart`: another amount that begins at zero again, to be seen beside the total before it.
    """

    label: str
    amount: Decimal | None = None
    apart: bool = False


class Waterfall:
    """Each step begins where the one before it ended, and a thin line shows that.

    The first step and totals are plain. What is added has upright lines and a plus, what is taken away slanting
    lines and a minus, what stands apart has dots. A total below zero is drawn too. `show` draws other steps in the same
    place.
    """

    def __init__(self, title: str) -> None:
        self._chart = Chart(title, columns())

    def show(self, steps: Sequence[Step], *, says: str) -> None:
        """Draw these steps. `says` is as in `bar_chart`."""
        self._chart.show(marks(steps), rows_of(steps), says=says)


def columns() -> list[Column]:
    """The head of the table of its numbers."""
    return [
        Column(sentence("chart.what")),
        Column(sentence("chart.change"), "figure"),
        Column(sentence("chart.so_far"), "figure"),
    ]


def rows_of(steps: Sequence[Step]) -> list[tuple[str, str, str]]:
    """Its numbers: each step, what it changes, and the total after it."""
    return [(step.label, _change(step), dollars(total)) for step, total in zip(steps, _totals(steps), strict=True)]


def marks(steps: Sequence[Step]) -> list[Mark]:
    """Its shapes."""
    return list(_marks(steps, list(_totals(steps))))


def _change(step: Step) -> str:
    return "" if step.amount is None or step.apart else _signed(step.amount)


def _totals(steps: Sequence[Step]) -> Iterator[Decimal]:
    total = Decimal(0)
    for step in steps:
        total = (step.amount or Decimal(0)) + (0 if step.apart else total)
        yield total


def _marks(steps: Sequence[Step], after: Sequence[Decimal]) -> Iterator[Mark]:
    ends = [Decimal(0), *after]
    lowest = min(ends)
    width = (max(ends) - lowest) or Decimal(1)
    zero = float(-lowest / width)
    before = zero
    for number, (step, total) in enumerate(zip(steps, after, strict=True)):
        place = float((total - lowest) / width)
        is_whole = step.amount is None or step.apart or number == 0
        figure = dollars(total) if is_whole else _signed(total - after[number - 1])
        joins = place if number + 1 < len(steps) and not steps[number + 1].apart else None
        yield Mark(step.label, figure, zero if is_whole else before, place, _kind(step, number == 0), zero, joins)
        before = place


def _kind(step: Step, is_first: bool) -> Kind:
    if step.apart:
        return "end"
    if step.amount is None or is_first:
        return "whole"
    return "part" if step.amount < 0 else "more"


def _signed(amount: Decimal) -> str:
    return f"+{dollars(amount)}" if amount > 0 else dollars(amount)
