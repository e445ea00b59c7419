"""The lines of an estimate as the worksheet shows them.

Every line is in whole dollars, as a return is filed, and says so like the rest of the page: "$31,200", without cents.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from components.link_list import Entry
from components.prose import paragraph
from components.worksheet import Worksheet, WorksheetLine
from services.returns import Estimate
from services.returns.answers import answer_at
from services.returns.story import StoryLine, story
from services.tax import Computed
from services.words import dollars, known, sentence
from services.words.lines import line_words
from ui.answers.in_words import in_words

_QUESTION_OF = {"taxpayer.age": "taxpayer.date_of_birth", "spouse.age": "spouse.date_of_birth"}


class EstimateWorksheet:
    """Draws the worksheet once; `show` brings its lines up to date.

    `place_of(path)` is the id of the place where the answer at a path is given, empty where it is not on the page.
    """

    def __init__(self, *, place_of: Callable[[str], str], costs_path: str) -> None:
        self._place_of, self._costs_path = place_of, costs_path
        self._empty = paragraph(sentence("worksheet.empty"), soft=True)
        self._worksheet = Worksheet()

    def show(self, estimate: Estimate) -> None:
        """Show the lines that led to the result, and those that every return has."""
        lines = self._lines(estimate.result, estimate) if estimate.result else []
        self._empty.set_visibility(not lines)
        self._worksheet.show(lines)

    def _lines(self, computed: Computed, estimate: Estimate) -> list[WorksheetLine]:
        return [_line(each, estimate.tax_year, tuple(self._typed(each, estimate))) for each in story(computed)]

    def _typed(self, each: StoryLine, estimate: Estimate) -> Iterator[Entry]:
        """The questions whose answers are in this line, with where they are asked."""
        for path in each.typed:
            question = _QUESTION_OF.get(path, path)
            if known(f"question.{question}.label"):
                told = in_words(answer_at(estimate.answers, question))
                yield Entry(sentence(f"question.{question}.label"), self._place_of(question), told)
            if path == "dependents":
                yield from self._dependents(estimate)
        if estimate.from_costs & {*each.typed}:
            yield Entry(sentence("costs.on_estimate.typed"), self._costs_path)

    def _dependents(self, estimate: Estimate) -> Iterator[Entry]:
        for number, dependent in enumerate(estimate.answers.dependents, start=1):
            place = self._place_of(f"dependents.{dependent.id}.date_of_birth")
            yield Entry(sentence("worksheet.person", number=number), place)


def _line(each: StoryLine, tax_year: int, typed: tuple[Entry, ...]) -> WorksheetLine:
    line, words = each.line, line_words(each.line.id, tax_year)
    return WorksheetLine(
        key=line.id,
        place=f"{line.form}, line {line.number}" if line.number else line.form,
        label=words.label,
        amount=dollars(Decimal(line.amount) / 100),
        explanation=words.explanation,
        source=sentence("worksheet.source", source=line.source),
        comes_from=each.comes_from,
        typed=typed,
    )
