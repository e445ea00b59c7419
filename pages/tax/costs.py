"""The costs for hearing of one tax year: what each changes and why, all of them together, and what would help."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from nicegui import ui

from components.layout import column, section, side, with_side
from components.live_region import announce
from components.prose import paragraph
from services import policy, returns
from services.house import DbSession, House
from services.returns import Estimate
from services.returns.cost_questions import household_questions
from services.visitor import Visitor
from services.words import sentence
from ui.actions import action
from ui.costs.all_together import AllTogether
from ui.costs.cost_list import CostList
from ui.costs.ideas import HouseholdQuestions, Ideas
from ui.estimate.opening import begun, kept_on_this_device, page_of
from ui.guards import HouseDep, Visit, WithSession
from ui.page_frame import STAYS_SECONDS, page_frame


@action("costs.save_answer", policy.CHANGE_ESTIMATE)
async def save_answer(session: DbSession, visitor: Visitor, value: Any, *, return_id: UUID, path: str) -> Estimate:
    """Keep one answer about a cost or about the household."""
    return await returns.save_answer(session, visitor, value, return_id=return_id, path=path)


@action("costs.add", policy.CHANGE_ESTIMATE)
async def add_cost(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one cost."""
    return await returns.add_cost(session, visitor, return_id=return_id)


@action("costs.remove", policy.CHANGE_ESTIMATE)
async def remove_cost(session: DbSession, visitor: Visitor, *, return_id: UUID, cost_id: UUID) -> Estimate:
    """Remove one cost."""
    return await returns.remove_cost(session, visitor, return_id=return_id, cost_id=cost_id)


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
        self.house, self.visit, self.estimate = house, visit, estimate
        self._shows: list[Callable[[Estimate, str], list[str]]] = []

    def draw(self) -> None:
        """The page from top to bottom."""
        to_estimate = page_of(self.estimate, "estimate")
        with with_side():
            with column():
                paragraph(sentence("costs.intro"))
                paragraph(sentence("costs.two_ways"))
                paragraph(sentence("costs.saved"), soft=True)
                kept_on_this_device(self.visit.visitor, page_of(self.estimate, "costs"))
                with section(sentence("costs.list")):
                    self._costs(to_estimate)
                self._around()
            with side(sentence("costs.so_far.title"), so_far=True, stays=True):
                together = AllTogether(self.estimate.tax_year, to_estimate)
        self._shows.append(lambda estimate, _: together.show(estimate))
        self._show(self.estimate)

    def _costs(self, to_estimate: str) -> None:
        def added(estimate: Estimate) -> None:
            self._show(estimate)
            costs.to_newest()

        def removed(estimate: Estimate) -> None:
            self._show(estimate)
            costs.to_add()

        by: dict[str, Any] = {"return_id": self.estimate.return_id}
        costs = CostList(
            saving=self._saving,
            add=add_cost.by(self.house, self.visit, then=added, **by),
            remove=lambda cost_id: remove_cost.by(self.house, self.visit, then=removed, cost_id=cost_id, **by),
            estimate_path=to_estimate,
        )
        self._shows.append(lambda estimate, about: costs.show(estimate.costs.judged, about=about))

    def _around(self) -> None:
        household, ideas = HouseholdQuestions(self._saving), Ideas()

        def show(estimate: Estimate, _: str) -> list[str]:
            today = self.house.clock.now().date()
            paths = household_questions(estimate.answers, estimate.costs, estimate.tax_year, today=today)
            household.show(paths, estimate.answers)
            ideas.show(estimate.costs.suggestions)
            return []

        self._shows.append(show)

    def _saving(self, path: str) -> Any:
        def saved(estimate: Estimate) -> None:
            if news := self._show(estimate, about=path):
                announce(" ".join(news))

        return save_answer.by(self.house, self.visit, then=saved, return_id=self.estimate.return_id, path=path)

    def _show(self, estimate: Estimate, *, about: str = "") -> list[str]:
        """Bring the page up to date. Gives back what is new, in sentences; `about` is the path of a saved answer."""
        if estimate.revision < self.estimate.revision:
            return []  # of two answers saved at once, the first can come back last
        self.estimate = estimate
        return [news for show in self._shows for news in show(estimate, about)]
