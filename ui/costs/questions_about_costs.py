"""All that is asked about costs for hearing: each cost, and what decides about them; with what would help."""

from components.layout import section
from services.house import House
from services.returns.costs.household import household_questions
from services.returns.estimate import Estimate
from services.words import sentence
from ui.answers.list_of import ListActs, ListOf
from ui.answers.open_return import OpenReturn
from ui.costs.cost_list import CostList
from ui.costs.ideas import HouseholdQuestions, Ideas


class QuestionsAboutCosts:
    """Draws them once, for a page whose actions on costs are `acts`; `show` brings them up to date."""

    def __init__(self, house: House, open_: OpenReturn, acts: ListActs, *, estimate_path: str) -> None:
        self._house = house
        changes = ListOf(open_, "costs", **acts._asdict())
        with section(sentence("costs.list")):
            self._costs = CostList(
                ask=open_.ask,
                may_have_spouse=lambda: open_.estimate.answers.may_have_spouse,
                changes=changes,
                estimate_path=estimate_path,
            )
        self._household, self._ideas = HouseholdQuestions(open_.ask), Ideas()

    def show(self, estimate: Estimate, about: str = "") -> list[str]:
        """Gives back what is new, in sentences; with `about`, the path of an answer, what is new about that cost."""
        news = self._costs.show(estimate.costs.judged, about=about)
        today = self._house.clock.now().date()
        self._household.show(household_questions(estimate.answers, estimate.costs, estimate.tax_year, today=today))
        self._ideas.show(estimate.costs.suggestions)
        return news
