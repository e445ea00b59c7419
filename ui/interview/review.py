"""The last page: each answer so far with the way to change it, and what is still open. One of us reads the same."""

from collections.abc import Iterable

from components.description_list import Entry, description_list
from components.drafts import only_if_saved
from components.layout import column, section
from components.link import link
from components.link_list import link_list
from components.prose import paragraph
from services.interview.chapters import CHAPTERS, Chapter
from services.interview.way import first_step
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.answer.missing import PlaceOf, needed_answers, open_questions
from ui.interview.addresses import question_path, step_path
from ui.interview.told import Told, told_aside, told_in
from ui.result.unsaved import tell_of_unsaved


class Review:
    """Drawn once; `show` draws the lists anew when an answer was changed elsewhere, and what is open each time."""

    def __init__(self, begun: Estimate, *, place_of: PlaceOf) -> None:
        self._answers = AnswersInWords(begun)
        with section(sentence("interview.review.open")):
            tell_of_unsaved(begun)
            self._open = StillOpen(place_of=place_of)

    def show(self, estimate: Estimate, about: str = "") -> None:
        """Bring it up to date. An answer that was just given on this page is not in its lists."""
        self._open.show(estimate)
        if not about:
            self._answers.show(estimate)


class StillOpen:
    """What is missing for a certain answer. `for_staff` is for one of us, who reads it of a customer."""

    def __init__(self, *, place_of: PlaceOf, for_staff: bool = False) -> None:
        self._place_of, self._words = place_of, _words(for_staff)
        self._box = column()

    def show(self, estimate: Estimate) -> None:
        """Say what is open now."""
        needed = needed_answers(estimate, self._place_of)
        open_ = list(open_questions(estimate, self._place_of)) if estimate.result else []
        self._box.clear()
        with self._box:
            for code, entries in (("needed", needed), ("could_change", open_)):
                if entries:
                    paragraph(sentence(f"{self._words}.{code}"))
                    link_list(entries)
            if estimate.beyond and not needed:
                paragraph(sentence(f"{self._words}.beyond"))
            if estimate.result and not open_:
                only_if_saved(paragraph(sentence(f"{self._words}.certain")))


class AnswersInWords:
    """Every answer by chapter. `begun` is the estimate as its page was opened, for the ways to change them.

    Without it, one of us reads them and can change none; then also those that are not asked any more.
    """

    def __init__(self, begun: Estimate | None = None) -> None:
        self._begun, self._words = begun, _words(begun is None)
        self._box = column()

    def show(self, estimate: Estimate) -> None:
        """Draw them as they are now."""
        self._box.clear()
        with self._box:
            paragraph(sentence(f"{self._words}.intro"))
            for chapter in CHAPTERS[:-1]:
                self._chapter(chapter, estimate)
            if self._begun is None and (aside := list(told_aside(estimate))):
                with section(sentence(f"{self._words}.aside"), level=3):
                    paragraph(sentence(f"{self._words}.about_aside"), soft=True)
                    self._list(aside)

    def _chapter(self, chapter: Chapter, estimate: Estimate) -> None:
        with section(sentence(f"interview.chapter.{chapter.name}"), level=2 if self._begun else 3):
            if told := list(told_in(chapter, estimate)):
                self._list(told)
                return
            paragraph(sentence(f"{self._words}.nothing"), soft=True)
            if self._begun:
                link(
                    sentence(f"{self._words}.to_chapter"),
                    step_path(self._begun, first_step(chapter, estimate.answers)),
                    hidden_suffix=f": {sentence(f'interview.chapter.{chapter.name}')}",
                )

    def _list(self, told: Iterable[Told]) -> None:
        description_list([Entry(each.asked, each.said, self._way(each)) for each in told])

    def _way(self, told: Told) -> str:
        return question_path(self._begun, told.path) if self._begun else ""


def _words(for_staff: bool) -> str:
    return "interview.review_for_staff" if for_staff else "interview.review"
