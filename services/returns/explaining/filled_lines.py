"""The lines that the forms of one person show, out of all that the engine computes for everybody.

The engine works out worksheets that come to nothing, and takes a sum from wherever it is declared first. A person fills
only the worksheets that are for them.
"""

from collections.abc import Iterator
from functools import cache

from services.tax import Computed, LineResult

FORM = "1040."
_THOUGH_ZERO = ("1040.11a", "1040.15", "1040.16", "1040.24", "1040.33")
_THOUGH_ZERO_WITH = {"1040.6b": "1040.6a", "1040.22": "1040.18"}
"""Lines that say something by being zero, when the other line is not."""
_FILLED_WITH = {"gains.": "gains.4"}
"""A worksheet is filled only when this line of it is above zero. Without gains, the tax is looked up at once."""
_ONLY_ON = {"benefits.": ("benefits.", "1040.6b"), "8812.18a": ("8812.",)}
"""Lines on which the engine adds up what others need too. On paper they are there for these lines alone."""
_REPEATED = ("schedule_b.", "schedule_c.")
"""Form 1040 repeats each of these lines."""
_THOUGH_HANDED_ON = ("schedule_2.4", "schedule_1.15")
"""What their amount is called here says why it is there at all: both halves of a tax, and one of them deducted."""
_STANDS_IN = {
    f"{who}.{boxes}": f"{who}.wages"
    for who in ("taxpayer", "spouse")
    for boxes in ("social_security_wages", "medicare_wages")
}
"""Of these two a line reads one: the pay in boxes that were typed, else wages."""
_FULL_DEDUCTION = "standard.basic"
_CLAIMED = ("taxpayer.can_be_claimed_as_dependent", "spouse.can_be_claimed_as_dependent")


class FilledLines:
    """Lines that are zero are left out, and so is a line of a worksheet that only hands on one line above it."""

    def __init__(self, computed: Computed) -> None:
        self._line, self._amounts = computed.line, computed.amounts
        self._on_paper: dict[str, bool] = {}
        self._above: dict[str, list[LineResult]] = {}
        self._given = computed.given
        self._is_claimed = any(computed.given.answer(path) for path in _CLAIMED)
        with_other = (name for name, other in _THOUGH_ZERO_WITH.items() if self._amounts[other])
        self._though_zero = {*_THOUGH_ZERO, *with_other}

    @property
    def though_zero(self) -> list[LineResult]:
        """Lines by which income becomes tax: they are there even when they are zero."""
        return [self._line(name) for name in self._though_zero]

    def these(self, names: tuple[str, ...]) -> list[LineResult]:
        """The lines of these names that have something to say."""
        return [self._line(name) for name in names if self._says_something(name)]

    def above(self, line: LineResult) -> list[LineResult]:
        """The lines that a line comes from. One that is not on this person's forms is looked through."""
        if line.id not in self._above:
            once = {each.id: each for each in self._shown_above(line, reader=line)}
            self._above[line.id] = list(once.values())
        return self._above[line.id]

    def typed(self, line: LineResult) -> tuple[str, ...]:
        """The dotted paths of what was typed for this line, and for no other line that is shown above it."""
        found = dict.fromkeys(self._typed(line, reader=line))
        for boxes, wages in _STANDS_IN.items():
            if boxes in found:
                found.pop(boxes if self._given.answer(boxes) is None else wages, None)
        return tuple(found)

    def _shown_above(self, line: LineResult, *, reader: LineResult) -> Iterator[LineResult]:
        for each in self.these(self._read_by(line)):
            if self._is_shown(each, reader):
                yield each
            else:
                yield from self._shown_above(each, reader=reader)

    def _typed(self, line: LineResult, *, reader: LineResult) -> Iterator[str]:
        further_up = {path for name in line.from_lines for path in self._line(name).from_inputs}
        yield from (path for path in line.from_inputs if path not in further_up)
        for each in self.these(self._read_by(line)):
            if not self._is_shown(each, reader):
                yield from self._typed(each, reader=reader)

    def _read_by(self, line: LineResult) -> tuple[str, ...]:
        """What it is read from. Earnings matter for the standard deduction of those whom somebody else may claim."""
        return () if line.id == _FULL_DEDUCTION and not self._is_claimed else line.from_lines

    def _says_something(self, name: str) -> bool:
        return bool(self._amounts[name]) or name in self._though_zero

    def _is_shown(self, line: LineResult, reader: LineResult) -> bool:
        if line.id.startswith(FORM):
            return True
        if line.id not in self._on_paper:
            self._on_paper[line.id] = self._is_filled(line) and not self._only_hands_on(line)
        return self._on_paper[line.id] and reader.id.startswith(readers(line.id))

    def _is_filled(self, line: LineResult) -> bool:
        needed = [name for start, name in _FILLED_WITH.items() if line.id.startswith(start)]
        return all(self._amounts[name] for name in needed) and not line.id.startswith(_REPEATED)

    def _only_hands_on(self, line: LineResult) -> bool:
        return line.id not in _THOUGH_HANDED_ON and any(
            above.amount == line.amount for above in self.these(self._read_by(line))
        )


@cache
def readers(name: str) -> tuple[str, ...]:
    """How the ids of the lines begin for which a line is there: any, unless it is one of a few."""
    return next((wanted for start, wanted in _ONLY_ON.items() if name.startswith(start)), ("",))
