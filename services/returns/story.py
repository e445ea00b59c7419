"""Which lines of a computed return tell how it came to its result: the rest is zero, or repeats a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from services.tax import Computed, LineResult

_RESULTS = ("1040.34", "1040.37")
_ALWAYS = ("1040.11a", "1040.15", "1040.16", "1040.24", "1040.33")
_FORM = "1040."


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line worth reading, the ids of the lines worth reading that it comes from, and what was typed for it alone.

    `typed` are dotted paths of the return. An answer that came in through a line above is told there.
    """

    line: LineResult
    comes_from: tuple[str, ...]
    typed: tuple[str, ...]


def story(computed: Computed) -> list[StoryLine]:
    """The lines that led to the refund or the amount owed, in the order of the forms.

    From the result upwards, through lines that are not zero. A line of a worksheet that only hands on the amount of
    one line above it is looked through. Lines by which income becomes tax are there even when they are zero.
    """
    lines = {line.id: line for line in computed.lines}
    leading = _leading(lines)
    told = {name for name in leading if not _only_hands_on(lines[name], lines)} | set(_ALWAYS)
    return [
        StoryLine(line, _each_once(_told_above(line, lines, told)), _each_once(_typed(line, lines, told)))
        for line in computed.lines
        if line.id in told
    ]


def _leading(lines: Mapping[str, LineResult]) -> set[str]:
    found: set[str] = set()
    waiting = [lines[name] for name in (*_RESULTS, *_ALWAYS) if lines[name].amount]
    while waiting:
        line = waiting.pop()
        if line.id not in found:
            found.add(line.id)
            waiting += _above(line, lines)
    return found


def _above(line: LineResult, lines: Mapping[str, LineResult]) -> list[LineResult]:
    """The lines of this year that it comes from and that are not zero."""
    return [lines[name] for name in line.from_lines if name in lines and lines[name].amount]


def _only_hands_on(line: LineResult, lines: Mapping[str, LineResult]) -> bool:
    repeats = any(above.amount == line.amount for above in _above(line, lines))
    return repeats and not line.id.startswith(_FORM)


def _told_above(line: LineResult, lines: Mapping[str, LineResult], told: set[str]) -> Iterator[str]:
    for above in _above(line, lines):
        if above.id in told:
            yield above.id
        else:
            yield from _told_above(above, lines, told)


def _typed(line: LineResult, lines: Mapping[str, LineResult], told: set[str]) -> Iterator[str]:
    above = [lines[name] for name in line.from_lines if name in lines]
    further_up = {path for each in above for path in each.from_inputs}
    yield from (path for path in line.from_inputs if path not in further_up)
    for each in above:
        if each.amount and each.id not in told:
            yield from _typed(each, lines, told)


def _each_once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
