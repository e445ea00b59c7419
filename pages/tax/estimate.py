"""The estimate of one tax year: questions by document, what comes out so far, and every line of it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from nicegui import ui

from components.contents import Contents
from components.drafts import drafts_are_of
from components.layout import section, side, with_side
from components.on_paper import only_on_screen, paper_line
from components.prose import paragraph
from services import policy
from services.house import House
from services.returns.estimate import Estimate
from services.words import sentence
from ui.answers.acts import acts_of
from ui.answers.list_acts import dependent_acts_of
from ui.answers.list_of import ListOf
from ui.answers.open_return import OpenReturn
from ui.estimate.answer.refund_so_far import RefundInSight, RefundSoFar, Ways
from ui.estimate.changed_by import ChangedBy
from ui.estimate.lines.hearing_costs import HearingCostsCard, to_costs
from ui.estimate.lines.idle import WhyNothing
from ui.estimate.lines.picture import IncomeToTaxPicture
from ui.estimate.lines.worksheet import EstimateWorksheet
from ui.estimate.opening import (
    begun,
    kept_on_this_device,
    offer_last_year,
    page_of,
    several_of_the_year,
    to_law_changes,
)
from ui.estimate.questions.dependents import Dependents
from ui.estimate.questions.topics import Topics
from ui.guards import HouseDep, Visit, WithSession
from ui.income_forms.acts import form_acts_of
from ui.income_forms.lists import FormLists
from ui.interview.addresses import question_path
from ui.joint.who import who_is_you
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.result.unsaved import tell_of_unsaved
from ui.reviews.beside import review_beside, review_of
from ui.trust.whose import questions_for, whose_data

ACTS = acts_of("estimate")
FORMS = form_acts_of("estimate")
DEPENDENT_ACTS = dependent_acts_of("estimate")
ShowAfter = Callable[[Estimate, str], object]
"""Says what became of the answer at a path, that this page has just saved."""
_EVERY_LINE = "Every line, explained"


@ui.page("/tax/{tax_year}/estimate", reconnect_timeout=STAYS_SECONDS)
async def estimate_page(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Ask, save every answer as it is given, and show at once what it changes."""
    policy.returns.SEE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    review = await review_of(house, visit, theirs)
    with page_frame(_title(theirs), visit):
        whose_data(house, visit, theirs.helping)
        who_is_you(theirs)
        review_beside(house, visit, theirs, review)
        _EstimateScreen(house, visit, theirs).draw()


def _title(estimate: Estimate) -> str:
    if estimate.helping:
        return sentence("trust.helping.estimate", name=estimate.helping.name, year=estimate.tax_year)
    return f"Your refund estimate for {estimate.tax_year}"


class _EstimateScreen:
    """What is on the page, and what changes on it when an answer is saved."""

    def __init__(self, house: House, visit: Visit, estimate: Estimate) -> None:
        self._visit, self._begun = visit, estimate
        self._open = OpenReturn(house, visit, estimate, ACTS, show=self._show)
        self._shows: list[Callable[[Estimate], None]] = []
        self._after: ShowAfter = lambda *_: None

    def draw(self) -> None:
        """The page from top to bottom."""
        place_of, costs_path = self._open.place_of, page_of(self._begun, "costs")
        after: list[ShowAfter] = []
        paper_line(sentence("result.on_paper"))
        with with_side():
            with side("Refund so far", so_far=True, stays=True) as card:
                answer = RefundSoFar(place_of=self._place_of, under_answer=lambda: after.append(WhyNothing().show))
            with questions_for(self._begun) as questions:
                drafts_are_of(questions, str(self._begun.return_id))
                self._notices()
                contents = Contents()
                self._questions(contents, costs_path)
                self._shows.append(RefundInSight().show)
        picture = IncomeToTaxPicture()
        with with_side():
            with side(sentence("hearing_card.title"), on_card=True):
                costs = HearingCostsCard(costs_path)
            with section(_EVERY_LINE) as every_line:
                lines = EstimateWorksheet(place_of=place_of, costs_path=costs_path)
        self._to_results(contents, picture=picture.html_id, lines=every_line.html_id)
        with card, only_on_screen():
            result = page_of(self._begun, "result")
            ways = Ways(result=result, picture=picture.html_id, lines=every_line.html_id)
        self._after = after[0]
        self._shows += [answer.show, picture.show, costs.show, lines.show, ways.show]
        self._show(self._begun)
        self._open.follow()
        ui.context.client.on_delete(self._let_go)

    def _let_go(self) -> None:
        """The page is left: parts that look up a place hold the screen, which holds them."""
        self._shows.clear()
        self._after = lambda *_: None

    def _to_results(self, contents: Contents, *, picture: str, lines: str) -> None:
        to_picture = contents.add(sentence("picture.heading"), picture)
        contents.add(_EVERY_LINE, lines)

        def show(estimate: Estimate) -> None:
            to_picture.set_visibility(estimate.result is not None)

        self._shows.append(show)

    def _questions(self, contents: Contents, costs_path: str) -> None:
        to_cost_page = partial(to_costs, costs_path)
        inside: dict[str, Callable[[], None]] = {"dependents": self._dependents, "itemized": to_cost_page}
        forms = FormLists(self._open, FORMS, level=4)
        topics = Topics(
            self._begun,
            contents=contents,
            ask=self._open.ask,
            inside=inside,
            forms=forms.inside,
            second_looks=forms.second_looks,
        )
        self._shows += [topics.show, forms.show]

    def _notices(self) -> None:
        tell_of_unsaved(self._begun)
        offer_last_year(self._begun)
        if not self._begun.can_begin_from:
            to_law_changes(self._begun.tax_year, self._begun.follows)
        with only_on_screen():
            if self._begun.may_change:
                paragraph(sentence("costs.saved"))
            kept_on_this_device(self._visit.visitor, f"/tax/{self._begun.tax_year}/estimate")
        several_of_the_year(self._begun, "estimate")
        self._shows.append(ChangedBy().show)

    def _dependents(self) -> None:
        changes = ListOf(self._open, "dependents", **DEPENDENT_ACTS._asdict())
        people = Dependents(self._begun.tax_year, ask=self._open.ask, changes=changes)
        self._shows.append(lambda estimate: people.show(estimate.answers.dependents))

    def _place_of(self, path: str) -> str:
        """What is folded away here is asked in the interview."""
        return self._open.place_of(path) or question_path(self._begun, path)

    def _show(self, estimate: Estimate, about: str = "") -> None:
        for show in self._shows:
            show(estimate)
        self._after(estimate, about)
