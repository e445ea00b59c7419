"""The last page: each answer so far with the way to change it, and what is still open."""

from collections.abc import Iterator

from components.description_list import Entry, description_list
from components.layout import column, section
from components.link import link
from components.link_list import link_list
from components.prose import paragraph
from services.interview.chapters import CHAPTERS, Chapter, Shows, Step
from services.interview.way import asked_which, first_step, is_on_the_way, step_asking
from services.returns.answers import answer_at
from services.returns.answers.in_words import in_words
from services.returns.estimate import Estimate
from services.returns.forms import told_by_forms
from services.returns.questions import is_asked
from services.returns.questions.in_words import question_in_words, told_in_words
from services.words import long_date, sentence
from ui.costs.cost_card import name_of
from ui.estimate.missing import PlaceOf, needed_answers, open_questions
from ui.interview.addresses import question_path, step_path


class Review:
    """Drawn once; `show` draws the lists anew when an answer was changed elsewhere, and what is open each time."""

    def __init__(self, begun: Estimate, *, place_of: PlaceOf) -> None:
        self._begun, self._place_of = begun, place_of
        self._answers = column()
        with section(sentence("interview.review.open")):
            self._open = column()

    def show(self, estimate: Estimate, about: str = "") -> None:
        """Bring it up to date. An answer that was just given on this page is not in its lists."""
        self._open.clear()
        with self._open:
            self._what_is_open(estimate)
        if not about:
            self._answers.clear()
            with self._answers:
                paragraph(sentence("interview.review.intro"))
                for chapter in CHAPTERS[:-1]:
                    self._chapter(chapter, estimate)

    def _what_is_open(self, estimate: Estimate) -> None:
        needed = needed_answers(estimate, self._place_of)
        open_ = list(open_questions(estimate, self._place_of)) if estimate.result else []
        for code, entries in (("needed", needed), ("could_change", open_)):
            if entries:
                paragraph(sentence(f"interview.review.{code}"))
                link_list(entries)
        if estimate.result and not open_:
            paragraph(sentence("interview.review.certain"))

    def _chapter(self, chapter: Chapter, estimate: Estimate) -> None:
        with section(sentence(f"interview.chapter.{chapter.name}")):
            told = [entry for step in chapter.steps for entry in self._told(step, chapter, estimate)]
            if told:
                description_list(told)
            else:
                paragraph(sentence("interview.review.nothing"), soft=True)
                link(
                    sentence("interview.review.to_chapter"),
                    step_path(self._begun, first_step(chapter, estimate.answers)),
                    hidden_suffix=f": {sentence(f'interview.chapter.{chapter.name}')}",
                )

    def _told(self, step: Step, chapter: Chapter, estimate: Estimate) -> Iterator[Entry]:
        if step.shows is Shows.COSTS:
            yield from self._costs(step, estimate)
        elif step.name == "dependents":
            yield from self._dependents(step, estimate)
        elif step.shows is Shows.WHICH:
            ticked = [name for name in asked_which(chapter) if getattr(estimate.answers.had, name)]
            yield from (self._entry(f"had.{name}", estimate) for name in ticked)
        elif is_on_the_way(step, estimate.answers):
            yield from self._topic(step, estimate)

    def _topic(self, step: Step, estimate: Estimate) -> Iterator[Entry]:
        for question in step.topic.questions:
            is_told = answer_at(estimate.answers, question.path) is not None or question.path in estimate.missing
            if is_told and is_asked(question, estimate.answers):
                yield self._entry(question.path, estimate)
        for told in told_by_forms(estimate.answers):
            if step_asking(told.box) is step:
                words = told_in_words(told.box, told.form, told.number)
                yield Entry(words, in_words(told.amount), question_path(self._begun, told.box))

    def _entry(self, path: str, estimate: Estimate) -> Entry:
        words = in_words(answer_at(estimate.answers, path))
        return Entry(question_in_words(path), words, question_path(self._begun, path))

    def _dependents(self, step: Step, estimate: Estimate) -> Iterator[Entry]:
        for number, one in enumerate(estimate.answers.dependents, start=1):
            born = long_date(one.date_of_birth) if one.date_of_birth else ""
            to = step_path(self._begun, step, at=f"dependents.{one.id}.date_of_birth")
            yield Entry(sentence("worksheet.person", number=number), born, to)

    def _costs(self, step: Step, estimate: Estimate) -> Iterator[Entry]:
        for number, cost in enumerate(estimate.answers.costs, start=1):
            term = sentence("interview.review.cost", number=number)
            yield Entry(term, name_of(cost, number), step_path(self._begun, step))
