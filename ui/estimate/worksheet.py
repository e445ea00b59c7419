"""The lines of an estimate as the worksheet shows them."""

from decimal import Decimal

from components.layout import column
from components.prose import paragraph
from components.worksheet import Worksheet, WorksheetLine
from services.returns import Estimate
from services.returns.story import StoryLine, story
from services.tax import Computed, LineResult
from services.words import dollars_and_cents, known, sentence
from services.words.lines import LineWords, line_words

_QUESTION_OF = {"taxpayer.age": "taxpayer.date_of_birth", "spouse.age": "spouse.date_of_birth"}


class EstimateWorksheet:
    """Draws the worksheet once; `show` brings its lines up to date."""

    def __init__(self) -> None:
        self._empty = paragraph("The lines appear here when we can compute your refund.", soft=True)
        self._worksheet = Worksheet(column())

    def show(self, estimate: Estimate) -> None:
        """Show the lines that led to the result, and those that every return has."""
        lines = _lines(estimate.result, estimate) if estimate.result else []
        self._empty.set_visibility(not lines)
        self._worksheet.show(lines)


def _lines(computed: Computed, estimate: Estimate) -> list[WorksheetLine]:
    told = story(computed)
    words = {each.line.id: line_words(each.line.id, estimate.tax_year) for each in told}
    return [_line(each, words, estimate.from_costs) for each in told]


def _line(each: StoryLine, words: dict[str, LineWords], from_costs: frozenset[str]) -> WorksheetLine:
    line, above = each.line, [words[name].label for name in each.comes_from]
    comes_from = f"Comes from: {', '.join(above)}." if above else _typed(line, from_costs)
    return WorksheetLine(
        key=line.id,
        place=f"{line.form}, line {line.number}" if line.number else line.form,
        label=words[line.id].label,
        amount=dollars_and_cents(Decimal(line.amount) / 100),
        explanation=words[line.id].explanation,
        source=f"Source: {line.source}. {comes_from}",
    )


def _typed(line: LineResult, from_costs: frozenset[str]) -> str:
    """A line without lines above it comes from what the person typed."""
    codes = [f"question.{_QUESTION_OF.get(path, path)}.label" for path in line.from_inputs]
    labels = [sentence(code) for code in codes if known(code)]
    labels += [sentence("costs.on_estimate.typed")] if from_costs & {*line.from_inputs} else []
    return f"Comes from what you typed: {', '.join(labels)}." if labels else ""
