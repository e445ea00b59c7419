"""The lines of an estimate as the worksheet shows them.

Every line is in whole dollars, as a return is filed, and says so like the rest of the page: "$31,200", without cents.
"""

from collections.abc import Callable, Iterator

from components.link_list import Entry
from components.prose import paragraph
from components.worksheet import Worksheet, WorksheetLine
from services.returns.estimate import Estimate
from services.returns.explaining.story import StoryLine, story
from services.tax import Computed
from services.words import in_dollars, sentence
from services.words.lines import line_words
from ui.estimate.lines.idle import IdleAmounts
from ui.estimate.lines.told import ToldFor
from ui.estimate.lines.worked_out import worked_out_in_words


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
        self._idle = IdleAmounts(place_of)

    def show(self, estimate: Estimate) -> None:
        """Show the lines that led to the result, those that every return has, and what was told and is in none."""
        lines = lines_in_words(estimate, place_of=self._place_of, costs_path=self._costs_path)
        self._empty.set_visibility(not lines)
        self.sheet.show(lines)
        self._idle.show(estimate)


def lines_in_words(estimate: Estimate, *, place_of: Callable[[str], str], costs_path: str) -> list[WorksheetLine]:
    """What is said about every line that led to the result, each with what was told for it; none without a result."""
    told = ToldFor(estimate, place_of=place_of)

    def typed(each: StoryLine) -> Iterator[Entry]:
        for path in each.typed:
            yield from (entry for entry in told.at(path) if entry.figure or path not in estimate.from_costs)
        if costs := [estimate.from_costs[path] for path in each.typed if path in estimate.from_costs]:
            yield Entry(sentence("costs.on_estimate.typed"), costs_path, in_dollars(sum(costs)))

    result = estimate.result
    return [_in_words(result, each, tuple(typed(each))) for each in story(result)] if result else []


def _in_words(result: Computed, each: StoryLine, typed: tuple[Entry, ...]) -> WorksheetLine:
    line, words = each.line, line_words(each.line.id, result.given.tax_year)
    return WorksheetLine(
        key=line.id,
        place=f"{line.form}, line {line.number}" if line.number else line.form,
        label=words.label,
        amount=in_dollars(line.amount),
        explanation=words.explanation,
        source=sentence("worksheet.source", source=line.source),
        comes_from=each.comes_from,
        typed=typed,
        worked_out=worked_out_in_words(result, line.id),
    )
