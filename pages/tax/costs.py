"""The costs for hearing of one tax year: what each changes and why, all of them together, and what would help."""

from collections.abc import Callable
from uuid import UUID

from nicegui import ui

from components.drafts import drafts_are_of
from components.layout import column, section, side, with_side
from components.live_region import announce
from components.prose import paragraph
from services import policy, returns
from services.house import DbSession, House
from services.returns import Estimate
from services.returns.cost_questions import household_questions
from services.returns.costs import Cost
from services.visitor import Visitor
from services.words import sentence
from ui.actions import action
from ui.answers.acts import acts_of
from ui.answers.list_of import ListOf
from ui.answers.open_return import OpenReturn
from ui.costs.all_together import AllTogether
from ui.costs.cost_list import CostList
from ui.costs.ideas import HouseholdQuestions, Ideas
from ui.estimate.opening import begun, kept_on_this_device, page_of, several_of_the_year
from ui.guards import HouseDep, Visit, WithSession
from ui.page_frame import STAYS_SECONDS, page_frame

ACTS = acts_of("costs")


@action("costs.add", policy.CHANGE_ESTIMATE)
async def add_cost(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one cost."""
    return await returns.add_cost(session, visitor, return_id=return_id)


@action("costs.remove", policy.CHANGE_ESTIMATE)
async def remove_cost(session: DbSession, visitor: Visitor, *, return_id: UUID, one_id: UUID) -> Estimate:
    """Remove one cost."""
    return await returns.remove_cost(session, visitor, return_id=return_id, cost_id=one_id)


@action("costs.put_back", policy.CHANGE_ESTIMATE)
async def put_cost_back(session: DbSession, visitor: Visitor, *, return_id: UUID, one: Cost, place: int) -> Estimate:
    """Put back a cost that was removed."""
    return await returns.put_back(session, visitor, return_id=return_id, one=one, place=place)


@ui.page("/tax/{tax_year}/costs", reconnect_timeout=STAYS_SECONDS)
async def costs_page(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Ask about each cost, save every answer as it is given, and say at once where it belongs and what it changes."""
    policy.SEE_ESTIMATE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    with page_frame(sentence("costs.title", year=tax_year), visit):
        _CostsScreen(house, visit, theirs).draw()


class _CostsScreen:
    """What is on the page, and what changes on it when an answer is saved."""

    def __init__(self, house: House, visit: Visit, estimate: Estimate) -> None:
        self._house, self._visit, self._begun = house, visit, estimate
        self._open = OpenReturn(house, visit, estimate, ACTS, show=self._show)
        self._shows: list[Callable[[Estimate, str], list[str]]] = []

    def draw(self) -> None:
        """The page from top to bottom."""
        to_estimate = page_of(self._begun, "estimate")
        with with_side():
            with column() as questions:
                drafts_are_of(questions, str(self._begun.return_id))
                paragraph(sentence("costs.intro"))
                paragraph(sentence("costs.two_ways"))
                paragraph(sentence("costs.saved"), soft=True)
                kept_on_this_device(self._visit.visitor, page_of(self._begun, "costs"))
                several_of_the_year(self._begun, "costs")
                with section(sentence("costs.list")):
                    self._costs(to_estimate)
                self._around()
            with side(sentence("costs.so_far.title"), so_far=True, stays=True):
                together = AllTogether(self._begun.tax_year, to_estimate)
        self._shows.append(lambda estimate, _: together.show(estimate))
        self._show(self._begun)
        self._open.follow()

    def _costs(self, to_estimate: str) -> None:
        changes = ListOf(self._open, "costs", add=add_cost, remove=remove_cost, put_back=put_cost_back)
        costs = CostList(ask=self._open.ask, changes=changes, estimate_path=to_estimate)
        self._shows.append(lambda estimate, about: costs.show(estimate.costs.judged, about=about))

    def _around(self) -> None:
        household, ideas = HouseholdQuestions(self._open.ask), Ideas()

        def show(estimate: Estimate, _: str) -> list[str]:
            today = self._house.clock.now().date()
            paths = household_questions(estimate.answers, estimate.costs, estimate.tax_year, today=today)
            household.show(paths)
            ideas.show(estimate.costs.suggestions)
            return []

        self._shows.append(show)

    def _show(self, estimate: Estimate, about: str = "") -> None:
        """Bring the page up to date, and say what is new after an answer was saved: the path of it is `about`."""
        news = [new for show in self._shows for new in show(estimate, about)]
        if about and news:
            announce(" ".join(news))
