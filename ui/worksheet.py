"""The lines of an estimate as the worksheet shows them."""

from decimal import Decimal

from components.layout import column
from components.prose import paragraph
from components.worksheet import Worksheet, WorksheetLine
from services.returns import Estimate
from services.tax import Computed, LineResult
from services.words import dollars_and_cents, known, sentence
from services.words.lines import line_words

_ALWAYS = frozenset({"1040.11a", "1040.15", "1040.16", "1040.24", "1040.33"})
"""Lines that tell how income becomes tax: they are shown when they are zero, too."""
_RESULTS = ("1040.34", "1040.37")
_QUESTION_OF = {"taxpayer.age": "taxpayer.date_of_birth", "spouse.age": "spouse.date_of_birth"}


class EstimateWorksheet:
    """Draws the worksheet once; `show` brings its lines up to date."""

    def __init__(self) -> None:
        self._empty = paragraph("The lines appear here when we can compute your refund.", soft=True)
        self._worksheet = Worksheet(column())

    def show(self, estimate: Estimate) -> None:
        """Show the lines that led to the result, and those that every return has."""
        computed = estimate.computed
        lines = _lines(computed, estimate.tax_year) if computed and not computed.unsupported else []
        self._empty.set_visibility(not lines)
        self._worksheet.show(lines)


def _lines(computed: Computed, tax_year: int) -> list[WorksheetLine]:
    leading = _that_lead_to_the_result({line.id: line for line in computed.lines})
    shown = [line for line in computed.lines if line.id in leading or line.id in _ALWAYS]
    labels = {line.id: line_words(line.id, tax_year).label for line in shown}
    return [_line(line, labels, tax_year) for line in shown]


def _that_lead_to_the_result(lines: dict[str, LineResult]) -> set[str]:
    """From the refund or the amount owed upwards, through lines that are not zero: what is zero led to nothing."""
    found: set[str] = set()
    waiting = [name for name in (*_RESULTS, *_ALWAYS) if name in lines]
    while waiting:
        name = waiting.pop()
        if name in lines and name not in found and lines[name].amount:
            found.add(name)
            waiting += lines[name].from_lines
    return found


def _line(line: LineResult, labels: dict[str, str], tax_year: int) -> WorksheetLine:
    words = line_words(line.id, tax_year)
    return WorksheetLine(
        key=line.id,
        place=f"{line.form}, line {line.number}" if line.number else line.form,
        label=words.label,
        amount=dollars_and_cents(Decimal(line.amount) / 100),
        explanation=words.explanation,
        source=f"Source: {line.source}. {_comes_from(line, labels)}",
    )


def _comes_from(line: LineResult, labels: dict[str, str]) -> str:
    """The lines above it that are shown; a line that has none comes from what was typed."""
    above = [labels[name] for name in line.from_lines if name in labels]
    if above:
        return f"Comes from: {', '.join(above)}."
    codes = [f"question.{_QUESTION_OF.get(path, path)}.label" for path in line.from_inputs]
    typed = [sentence(code) for code in codes if known(code)]
    return f"Comes from what you typed: {', '.join(typed)}." if typed else ""
