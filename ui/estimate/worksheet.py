"""The lines of an estimate as the worksheet shows them.

Every line is in whole dollars, as a return is filed, and says so like the rest of the page: "$31,200", without cents.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from components.link_list import Entry
from components.prose import paragraph
from components.worksheet import Worksheet, WorksheetLine
from services.returns.answers import Answers, answer_at
from services.returns.answers.in_words import in_words
from services.returns.estimate import Estimate
from services.returns.explaining.story import StoryLine, story
from services.returns.forms import Told, told_by_forms
from services.returns.questions import BESIDE_PAY_FORMS
from services.returns.questions.in_words import told_in_words
from services.tax import Computed
from services.words import dollars, known, sentence
from services.words.lines import line_words

_QUESTION_OF = {"taxpayer.age": "taxpayer.date_of_birth", "spouse.age": "spouse.date_of_birth"}


class EstimateWorksheet:
    """Draws the worksheet once; `show` brings its lines up to date.

    `place_of(path)` is the id of the place where the answer at a path is given, empty where it is not on the page.
    `worksheet` is one with more in it than lines.
    """

    def __init__(
        self, *, place_of: Callable[[str], str], costs_path: str, worksheet: Callable[[], Worksheet] = Worksheet
    ) -> None:
        self._place_of, self._costs_path = place_of, costs_path
        self._empty = paragraph(sentence("worksheet.empty"), soft=True)
        self.sheet = worksheet()

    def show(self, estimate: Estimate) -> None:
        """Show the lines that led to the result, and those that every return has."""
        lines = self._lines(estimate.result, estimate) if estimate.result else []
        self._empty.set_visibility(not lines)
        self.sheet.show(lines)

    def _lines(self, computed: Computed, estimate: Estimate) -> list[WorksheetLine]:
        return [line_in_words(each, estimate.tax_year, tuple(self._typed(each, estimate))) for each in story(computed)]

    def _typed(self, each: StoryLine, estimate: Estimate) -> Iterator[Entry]:
        """The questions whose answers are in this line, with where they are asked."""
        for path in each.typed:
            question = _QUESTION_OF.get(path, path)
            forms = [told for told in told_by_forms(estimate.answers) if told.field == path]
            yield from map(self._of_form, forms)
            yield from self._beside(path, estimate.answers) if forms else ()
            if known(f"question.{question}.label") and not (forms and answer_at(estimate.answers, question) is None):
                told = in_words(answer_at(estimate.answers, question))
                yield Entry(sentence(f"question.{question}.label"), self._place_of(question), told)
            if path == "dependents":
                yield from self._dependents(estimate)
        if estimate.from_costs & {*each.typed}:
            yield Entry(sentence("costs.on_estimate.typed"), self._costs_path)

    def _beside(self, path: str, answers: Answers) -> Iterator[Entry]:
        """What comes to the profit of a business beside its forms, and what is taken off."""
        holder, _, name = path.partition(".")
        for beside in BESIDE_PAY_FORMS if name == "self_employment_net_profit" else ():
            asked = f"{holder}.{beside}"
            if told := answer_at(answers, asked):
                yield Entry(sentence(f"question.{asked}.label"), self._place_of(asked), in_words(told))

    def _of_form(self, told: Told) -> Entry:
        """ "W-2 from Wegmans, box 1: wages, tips, other pay", and the amount in it."""
        return Entry(told_in_words(told.box, told.form, told.number), self._place_of(told.box), in_words(told.amount))

    def _dependents(self, estimate: Estimate) -> Iterator[Entry]:
        for number, dependent in enumerate(estimate.answers.dependents, start=1):
            place = self._place_of(f"dependents.{dependent.id}.date_of_birth")
            yield Entry(sentence("worksheet.person", number=number), place)


def line_in_words(each: StoryLine, tax_year: int, typed: tuple[Entry, ...] = ()) -> WorksheetLine:
    """What is said about a line."""
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
