"""Every line of the return with what was written about it, and a field to write more."""

from collections.abc import Awaitable, Callable

from nicegui.element import Element

from components.layout import column
from components.live_region import announce
from components.prose import paragraph, paragraphs
from components.worksheet import Worksheet
from services.returns.estimate import Estimate
from services.reviews.reading import Seen
from services.words import moment, sentence
from services.words.lines import line_words
from ui.estimate.lines.worksheet import EstimateWorksheet
from ui.reviews.steps import step_in_words
from ui.reviews.writing import write_form

Look = Callable[[str, bool], Awaitable[None]]
"""Is told that a person has opened a line, or closed it."""
WriteAbout = Callable[[str], Callable[[str], Awaitable[str | None]]]
"""Gives for a line what sends a text about it."""


class ReviewLines:
    """The worksheet of both sides. `place_of` and `costs_path` lead to where the customer changes an answer."""

    def __init__(
        self,
        seen: Seen,
        *,
        by_preparer: bool,
        write: WriteAbout,
        on_look: Look | None,
        place_of: Callable[[str], str],
        costs_path: str,
    ) -> None:
        self._seen, self._by_preparer, self._write, self._on_look = seen, by_preparer, write, on_look
        self._notes: dict[str, tuple[Element, int]] = {}
        self._forms: list[Element] = []
        self._lines = EstimateWorksheet(place_of=place_of, costs_path=costs_path, worksheet=self._worksheet)
        self.sheet = self._lines.sheet

    def show_lines(self, estimate: Estimate) -> None:
        """Bring the amounts up to date."""
        self._lines.show(estimate)

    def show_notes(self, seen: Seen) -> None:
        """Add what was written since then, to the lines that were opened. Nothing can be added once it is over."""
        self._seen = seen
        for line in self._notes:
            self._show_notes(line)
        if not seen.is_open:
            for form in self._forms:
                form.delete()
            self._forms.clear()

    def go_to(self, line: str) -> None:
        """Open a line and bring the person there; say so where the return has it no more."""
        if not self.sheet.go_to(line):
            announce(sentence("review.no_such_line"))

    def label_of(self, line: str) -> str:
        """What a line is called."""
        return line_words(line, self._seen.tax_year).label

    def _worksheet(self) -> Worksheet:
        return Worksheet(more=self._draw_notes, on_look=self._on_look)

    def _draw_notes(self, line: str) -> None:
        """Called once for a line, when it is opened for the first time."""
        self._notes[line] = (column(), 0)
        self._show_notes(line)
        if self._seen.is_open:
            self._forms.append(place := column())
            with place:
                write_form(
                    sentence("review.write_about", line=self.label_of(line)),
                    sentence("review.send"),
                    self._write(line),
                    hint=self._hint,
                    draft_key=f"review.{self._seen.return_id}.{line}",
                    lines=2,
                )

    @property
    def _hint(self) -> str:
        if not self._by_preparer:
            return ""
        return sentence("review.both_read" if self._seen.is_joint else "review.note_hint")

    def _show_notes(self, line: str) -> None:
        place, shown = self._notes[line]
        written = self._seen.about(line)
        with place:
            for step in written[shown:]:
                who = step_in_words(step, by_preparer=self._by_preparer)
                paragraph(sentence("review.wrote", who=who, when=moment(step.at)), small=True, soft=True)
                paragraphs(step.text)
        self._notes[line] = (place, len(written))
