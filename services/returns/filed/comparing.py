"""What was filed beside what comes out now, by the lines of Form 1040; those of Form 1040-X are in form_1040x.py."""

from dataclasses import dataclass

from services.returns.filed.marking import Filed
from services.tax import Computed, LineResult, Money

_FORM = "1040."


@dataclass(frozen=True, slots=True)
class Changed:
    """A line of Form 1040 whose amount is another one now. Amounts are cents."""

    line: LineResult
    original: Money
    correct: Money

    @property
    def net(self) -> Money:
        """The increase, or below zero the decrease."""
        return self.correct - self.original


def changed_lines(filed: Filed, now: Computed) -> list[Changed]:
    """The lines of Form 1040 that are not as they were filed, in the order of the form."""
    found = (Changed(line, filed.lines.get(line.id, 0), line.amount) for line in now.lines if line.id.startswith(_FORM))
    return sorted((each for each in found if each.net), key=lambda each: each.line.place)
