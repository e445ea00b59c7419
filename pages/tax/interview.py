"""The guided interview of a tax year: one topic a page, with the way on and back, and the refund so far beside it."""

from collections.abc import Callable
from uuid import UUID

from fastapi import HTTPException
from nicegui import ui

from components.drafts import drafts_are_of
from components.layout import side, with_side
from components.link import link
from components.on_paper import only_on_screen
from components.prose import heading, paragraph
from services import policy
from services.house import House
from services.interview.change import Change
from services.interview.chapters import CHAPTERS, STEPS, Shows, Step
from services.interview.last_change import last_change
from services.interview.way import Here, here, step_called
from services.returns import opening
from services.returns.estimate import Estimate
from services.returns.questions import matters
from services.words import sentence
from ui.answers.acts import acts_of
from ui.answers.list_acts import cost_acts_of, dependent_acts_of
from ui.answers.list_of import ListOf
from ui.answers.open_return import OpenReturn
from ui.costs.questions_about_costs import QuestionsAboutCosts
from ui.estimate.answer.refund_so_far import RefundInSight, RefundSoFar
from ui.estimate.opening import begun, kept_on_this_device, offer_last_year, page_of, several_of_the_year
from ui.estimate.questions.dependents import Dependents
from ui.estimate.questions.topic_questions import TopicQuestions
from ui.guards import HouseDep, Visit, WithSession
from ui.income_forms.acts import form_acts_of
from ui.income_forms.lists import FormLists
from ui.interview.addresses import question_path, step_path
from ui.interview.changed import Changed
from ui.interview.review import Review
from ui.interview.steps import ChaptersLine, PlaceInChapter, Ways
from ui.interview.titles import step_title
from ui.interview.which import Which
from ui.joint.who import who_is_you
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.result.unsaved import tell_of_unsaved
from ui.reviews.beside import review_beside, review_of
from ui.trust.whose import questions_for, whose_data

ACTS = acts_of("interview")
DEPENDENT_ACTS = dependent_acts_of("interview")
FORMS = form_acts_of("interview")
COST_ACTS = cost_acts_of("interview")


@ui.page("/tax/{tax_year}/interview")
async def interview_start(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Lead to the step where the person left off; to the first one, at the first time."""
    policy.returns.SEE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    step = STEPS.get(theirs.answers.left_at or "", CHAPTERS[0].steps[0])
    raise HTTPException(303, headers={"Location": step_path(theirs, step)})


@ui.page("/tax/{tax_year}/interview/{topic}", reconnect_timeout=STAYS_SECONDS)
async def interview_page(
    tax_year: int, topic: str, house: HouseDep, visit: WithSession, *, estimate: UUID | None = None, at: str = ""
) -> None:
    """Ask one topic. `at` is the path of the answer whose question gets the focus."""
    policy.returns.SEE.require(visit.visitor)
    step = step_called(topic)
    theirs = await begun(house, visit, tax_year, estimate)
    _lead_past_what_does_not_matter(theirs, step)
    review = await review_of(house, visit, theirs)
    async with house.transaction(visit.visitor) as session:
        if theirs.helping is None and theirs.answers.left_at != topic:
            await opening.keep_place(session, visit.visitor, return_id=theirs.return_id, place=topic)
        change = await last_change(session, theirs)
    with page_frame(step_title(step), visit, has_heading=False):
        whose_data(house, visit, theirs.helping)
        who_is_you(theirs)
        review_beside(house, visit, theirs, review)
        _InterviewScreen(house, visit, theirs, step).draw(change, at=at)


def _lead_past_what_does_not_matter(estimate: Estimate, step: Step) -> None:
    """As the page of a spouse, for whoever has none any more."""
    after = here(step, estimate.answers).after
    if step.shows is Shows.TOPIC and not matters(step.topic.when, estimate.answers) and after:
        raise HTTPException(303, headers={"Location": step_path(estimate, after)})


class _InterviewScreen:
    """What is on the page of one step, and what changes on it when an answer is saved."""

    def __init__(self, house: House, visit: Visit, estimate: Estimate, step: Step) -> None:
        self._house, self._visit, self._begun, self._step = house, visit, estimate, step
        self._open = OpenReturn(house, visit, estimate, ACTS, show=self._show)
        self._shows: list[Callable[[Estimate, str], object]] = []

    def draw(self, change: Change | None, *, at: str) -> None:
        """The page from top to bottom."""
        chapters = ChaptersLine(self._begun, self._here(self._begun))
        self._shows.append(lambda estimate, _: chapters.show(estimate))
        with with_side():
            with questions_for(self._begun) as questions:
                drafts_are_of(questions, str(self._begun.return_id))
                self._of_the_step(PlaceInChapter().show)
                heading(step_title(self._step))
                offer_last_year(self._begun)
                self._body()
                self._of_the_step(Ways(self._begun, self._step).show)
                self._around()
            with side(sentence("interview.so_far"), so_far=True, stays=True):
                self._so_far(change)
        self._show(self._begun)
        self._open.follow()
        self._open.focus(at)

    def _here(self, estimate: Estimate) -> Here:
        return here(self._step, estimate.answers)

    def _of_the_step(self, show: Callable[[Here], None]) -> None:
        self._shows.append(lambda estimate, _: show(self._here(estimate)))

    def _body(self) -> None:
        match self._step.shows:
            case Shows.WHICH:
                which = Which(self._begun, self._here(self._begun).chapter, ask=self._open.ask)
                self._shows.append(lambda estimate, _: which.show(estimate))
            case Shows.COSTS:
                paragraph(sentence("costs.intro"))
                to_estimate = page_of(self._begun, "estimate")
                costs = QuestionsAboutCosts(self._house, self._open, COST_ACTS, estimate_path=to_estimate)
                self._shows.append(costs.show)
            case Shows.REVIEW:
                self._shows.append(Review(self._begun, place_of=self._place_of).show)
                self._topic()
            case Shows.TOPIC:
                self._topic()

    def _topic(self) -> None:
        topic = self._step.topic
        inside, forms = {"dependents": self._dependents}, FormLists(self._open, FORMS, level=2)
        asked = TopicQuestions(
            self._begun,
            ask=self._open.ask,
            inside=inside,
            forms=forms.inside,
            second_looks=forms.second_looks,
            level=2,
        )
        asked.draw(topic)
        asked.draw_inside(topic)
        self._shows += [lambda estimate, _: asked.show(estimate), lambda estimate, _: forms.show(estimate)]

    def _dependents(self) -> None:
        changes = ListOf(self._open, "dependents", **DEPENDENT_ACTS._asdict())
        people = Dependents(self._begun.tax_year, ask=self._open.ask, changes=changes)
        self._shows.append(lambda estimate, _: people.show(estimate.answers.dependents))

    def _around(self) -> None:
        with only_on_screen():
            if self._begun.may_change:
                paragraph(sentence("interview.can_stop"), soft=True, small=True)
            with paragraph(small=True):
                link(sentence("interview.all_at_once"), page_of(self._begun, "estimate"))
            kept_on_this_device(self._visit.visitor, page_of(self._begun, "interview"))
        several_of_the_year(self._begun, "interview")
        in_sight = RefundInSight()
        self._shows.append(lambda estimate, _: in_sight.show(estimate))

    def _so_far(self, change: Change | None) -> None:
        changed: list[Changed] = []

        def under_answer() -> None:
            if self._step.shows is not Shows.REVIEW:  # it tells so itself, beside what is open
                tell_of_unsaved(self._begun)
            changed.append(Changed(change, self._begun))

        card = RefundSoFar(place_of=self._place_of, under_answer=under_answer)
        with paragraph():
            link(sentence("result.page.link"), page_of(self._begun, "result"))
        self._shows += [changed[0].show, lambda estimate, _: card.show(estimate)]

    def _place_of(self, path: str) -> str:
        return self._open.place_of(path) or question_path(self._begun, path)

    def _show(self, estimate: Estimate, about: str = "") -> None:
        for show in self._shows:
            show(estimate, about)
