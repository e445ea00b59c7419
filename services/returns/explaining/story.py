"""Which lines of a computed return tell how it came to its result, and in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from db.values.returns import FilingStatus
from services.returns.explaining.filled_lines import FORM, FilledLines, readers
from services.tax import Computed, LineResult, Return, compute

_RESULTS = ("1040.34", "1040.37")
_PLACE = {
    "schedule_1.": (FORM,),
    "schedule_2.": (FORM,),
    "schedule_3.": (FORM,),
    "charity.": (FORM,),
    "gains.": (FORM, "gains."),
}
"""These stand before their own line of Form 1040, also when another form reads them earlier."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line worth reading, the ids of the lines worth reading that it comes from, and what was typed for it alone.

    `typed` are dotted paths of the return. An answer that came in through a line above is told there.
    """

    line: LineResult
    comes_from: tuple[str, ...]
    typed: tuple[str, ...]


def story(computed: Computed) -> list[StoryLine]:
    """The lines that led to the refund or the amount owed, in the order of Form 1040.

    From the result upwards, through lines that the forms of this person show (filled_lines.py). Lines
    of schedules and worksheets stand before the line of Form 1040 that they are for. No line ever changes places with
    another one.
    """
    filled = FilledLines(computed)
    leading = _leading(filled)
    return [
        StoryLine(leading[name], tuple(each.id for each in filled.above(leading[name])), filled.typed(leading[name]))
        for name in _in_order(computed.given.tax_year)
        if name in leading
    ]


def _leading(filled: FilledLines) -> dict[str, LineResult]:
    found: dict[str, LineResult] = {}
    waiting = [*filled.these(_RESULTS), *filled.though_zero]
    while waiting:
        line = waiting.pop()
        if line.id not in found:
            found[line.id] = line
            waiting += filled.above(line)
    return found


@cache
def _in_order(tax_year: int) -> tuple[str, ...]:
    """Every line of a year. What a line reads is the same for everybody."""
    lines = {line.id: line for line in compute(Return(tax_year, FilingStatus.SINGLE, {})).lines}
    placed: dict[str, None] = {}

    def place(line: LineResult) -> None:
        before = [lines[name] for name in _leading_up_to(line.id, line, lines)]
        forms = list(dict.fromkeys(each.form for each in before))
        for each in sorted(before, key=lambda each: (forms.index(each.form), each.place)):
            if each.id not in placed:
                place(each)
        placed[line.id] = None

    for line in sorted((line for line in lines.values() if line.id.startswith(FORM)), key=lambda line: line.place):
        place(line)
    return tuple(placed)


def _leading_up_to(reader: str, line: LineResult, lines: Mapping[str, LineResult]) -> Iterator[str]:
    """The lines of other forms that stand before a line because it reads them."""
    for name in line.from_lines:
        places = next((places for start, places in _PLACE.items() if name.startswith(start)), ("",))
        if not reader.startswith(readers(name)):
            yield from _leading_up_to(reader, lines[name], lines)
        elif reader.startswith(places) and not name.startswith(FORM):
            yield name
