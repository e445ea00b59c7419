"""Where the person is: the chapters above the page, and the ways on and back under it."""

from components.layout import row
from components.onward import onward
from components.prose import paragraph
from components.step_list import StepList
from services.interview.chapters import CHAPTERS, STEPS, Step
from services.interview.lacking import lacking
from services.interview.way import Here, first_step
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.opening import page_of
from ui.interview.addresses import step_path


class ChaptersLine:
    """All chapters; those before this one are done unless they lack something, and each leads to its first step."""

    def __init__(self, estimate: Estimate, here: Here) -> None:
        names = [sentence(f"interview.chapter.{chapter.name}") for chapter in CHAPTERS]
        ways = [step_path(estimate, first_step(chapter, estimate.answers)) for chapter in CHAPTERS]
        label = sentence("interview.steps", year=estimate.tax_year)
        self._list = StepList(names, CHAPTERS.index(here.chapter), label=label, ways=ways)

    def show(self, estimate: Estimate) -> None:
        """Say which chapters are done now."""
        names = lacking(estimate)
        self._list.show([place for place, chapter in enumerate(CHAPTERS) if chapter.name in names])


class PlaceInChapter:
    """A small line over the heading: "Income, 2 of 4". Nothing where a chapter has one step."""

    def __init__(self) -> None:
        self._line = paragraph(soft=True, above=True)

    def show(self, here: Here) -> None:
        """Say it for the steps that matter now."""
        chapter = sentence(f"interview.chapter.{here.chapter.name}")
        self._line.text = sentence("interview.place", chapter=chapter, number=here.number, count=here.count)
        self._line.set_visibility(here.count > 1)


class Ways:
    """Real links on and back. Where they lead follows what is answered; the last leads to the result."""

    def __init__(self, estimate: Estimate, step: Step) -> None:
        self._estimate = estimate
        is_last = step is [*STEPS.values()][-1]
        with row():
            to_result = page_of(estimate, "result") if is_last else ""
            self._next = onward(sentence("result.page.link" if is_last else "interview.next"), to_result)
            self._back = onward(sentence("interview.back"), "", kind="quiet", stays_for_mistakes=False)

    def show(self, here: Here) -> None:
        """Lead to the steps that matter now."""
        if here.after:
            self._next.props["href"] = step_path(self._estimate, here.after)
        self._back.set_visibility(here.before is not None)
        if here.before:
            self._back.props["href"] = step_path(self._estimate, here.before)
