"""The costs for hearing of one tax year: what each changes and why, all of them together, and what would help."""

from collections.abc import Callable
from uuid import UUID

from nicegui import ui

from components.drafts import drafts_are_of
from components.layout import side, with_side
from components.live_region import announce
from components.on_paper import only_on_screen, paper_line
from components.prose import paragraph
from services import policy
from services.house import House
from services.returns.estimate import Estimate
from services.words import sentence
from ui.answers.acts import acts_of
from ui.answers.list_acts import cost_acts_of
from ui.answers.open_return import OpenReturn
from ui.costs.all_together import AllInSight, AllTogether
from ui.costs.questions_about_costs import QuestionsAboutCosts
from ui.estimate.opening import begun, kept_on_this_device, page_of, several_of_the_year
from ui.guards import HouseDep, Visit, WithSession
from ui.joint.who import who_is_you
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.trust.whose import questions_for, whose_data

ACTS = acts_of("costs")
COST_ACTS = cost_acts_of("costs")


@ui.page("/tax/{tax_year}/costs", reconnect_timeout=STAYS_SECONDS)
async def costs_page(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Ask about each cost, save every answer as it is given, and say at once where it belongs and what it changes."""
    policy.returns.SEE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    with page_frame(_title(theirs), visit):
        whose_data(house, visit, theirs.helping)
        who_is_you(theirs)
        _CostsScreen(house, visit, theirs).draw()


def _title(estimate: Estimate) -> str:
    if estimate.helping:
        return sentence("trust.helping.costs", name=estimate.helping.name, year=estimate.tax_year)
    return sentence("costs.title", year=estimate.tax_year)


class _CostsScreen:
    """What is on the page, and what changes on it when an answer is saved."""

    def __init__(self, house: House, visit: Visit, estimate: Estimate) -> None:
        self._house, self._visit, self._begun = house, visit, estimate
        self._open = OpenReturn(house, visit, estimate, ACTS, show=self._show)
        self._shows: list[Callable[[Estimate, str], list[str]]] = []

    def draw(self) -> None:
        """The page from top to bottom."""
        to_estimate = page_of(self._begun, "estimate")
        paper_line(sentence("result.on_paper"))
        with with_side():
            with questions_for(self._begun) as questions:
                drafts_are_of(questions, str(self._begun.return_id))
                paragraph(sentence("costs.intro"))
                paragraph(sentence("costs.two_ways"))
                with only_on_screen():
                    if self._begun.may_change:
                        paragraph(sentence("costs.saved"), soft=True)
                    kept_on_this_device(self._visit.visitor, page_of(self._begun, "costs"))
                several_of_the_year(self._begun, "costs")
                costs = QuestionsAboutCosts(self._house, self._open, COST_ACTS, estimate_path=to_estimate)
                in_sight = AllInSight()
            with side(sentence("costs.so_far.title"), so_far=True, stays=True):
                together = AllTogether(self._begun.tax_year, to_estimate)
        self._shows += [costs.show, lambda estimate, _: together.show(estimate)]
        self._shows.append(lambda estimate, _: in_sight.show(estimate))
        self._show(self._begun)
        self._open.follow()

    def _show(self, estimate: Estimate, about: str = "") -> None:
        """Bring the page up to date, and say what is new after an answer was saved: the path of it is `about`."""
        news = [new for show in self._shows for new in show(estimate, about)]
        if about and news:
            announce(" ".join(news))
