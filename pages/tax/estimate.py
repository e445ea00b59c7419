"""The estimate of one tax year: questions by document, what comes out so far, and every line of it."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from nicegui import ui

from components.contents import Contents
from components.drafts import drafts_are_of
from components.layout import column, section, side, with_side
from components.prose import paragraph
from services import policy, returns
from services.house import DbSession, House
from services.returns import Estimate
from services.returns.answers import Dependent
from services.visitor import Visitor
from services.words import sentence
from ui.actions import action
from ui.answers.acts import acts_of
from ui.answers.list_of import ListOf
from ui.answers.open_return import OpenReturn
from ui.estimate.dependents import Dependents
from ui.estimate.hearing_costs import HearingCostsCard, to_costs
from ui.estimate.opening import begun, kept_on_this_device, page_of, several_of_the_year
from ui.estimate.picture import IncomeToTaxPicture
from ui.estimate.refund_so_far import RefundSoFar, Ways
from ui.estimate.topics import Topics
from ui.estimate.worksheet import EstimateWorksheet
from ui.guards import HouseDep, Visit, WithSession
from ui.page_frame import STAYS_SECONDS, page_frame

ACTS = acts_of("estimate")
_EVERY_LINE = "Every line, explained"


@action("estimate.add_dependent", policy.CHANGE_ESTIMATE)
async def add_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one dependent."""
    return await returns.add_dependent(session, visitor, return_id=return_id)


@action("estimate.remove_dependent", policy.CHANGE_ESTIMATE)
async def remove_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID, one_id: UUID) -> Estimate:
    """Remove one dependent."""
    return await returns.remove_dependent(session, visitor, return_id=return_id, dependent_id=one_id)


@action("estimate.put_dependent_back", policy.CHANGE_ESTIMATE)
async def put_dependent_back(
    session: DbSession, visitor: Visitor, *, return_id: UUID, one: Dependent, place: int
) -> Estimate:
    """Put back a dependent who was removed."""
    return await returns.put_back(session, visitor, return_id=return_id, one=one, place=place)


@ui.page("/tax/{tax_year}/estimate", reconnect_timeout=STAYS_SECONDS)
async def estimate_page(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Ask, save every answer as it is given, and show at once what it changes."""
    policy.SEE_ESTIMATE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    with page_frame(f"Your refund estimate for {tax_year}", visit):
        _EstimateScreen(house, visit, theirs).draw()


class _EstimateScreen:
    """What is on the page, and what changes on it when an answer is saved."""

    def __init__(self, house: House, visit: Visit, estimate: Estimate) -> None:
        self._visit, self._begun = visit, estimate
        self._open = OpenReturn(house, visit, estimate, ACTS, show=self._show)
        self._shows: list[Callable[[Estimate], None]] = []

    def draw(self) -> None:
        """The page from top to bottom."""
        place_of, costs_path = self._open.place_of, page_of(self._begun, "costs")
        with with_side():
            with side("Refund so far", so_far=True, stays=True) as card:
                answer = RefundSoFar(place_of=place_of)
            with column() as questions:
                drafts_are_of(questions, str(self._begun.return_id))
                self._notices()
                contents = Contents()
                inside: Mapping[str, Callable[[], None]] = {
                    "dependents": self._dependents,
                    "itemized": partial(to_costs, costs_path),
                }
                self._shows.append(Topics(self._begun, contents=contents, ask=self._open.ask, inside=inside).show)
        picture = IncomeToTaxPicture()
        with with_side():
            with side(sentence("hearing_card.title"), on_card=True):
                costs = HearingCostsCard(costs_path)
            with section(_EVERY_LINE) as every_line:
                lines = EstimateWorksheet(place_of=place_of, costs_path=costs_path)
        self._to_results(contents, picture=picture.html_id, lines=every_line.html_id)
        with card:
            ways = Ways(picture=picture.html_id, lines=every_line.html_id)
        self._shows += [answer.show, picture.show, costs.show, lines.show, ways.show]
        self._show(self._begun)
        self._open.follow()

    def _to_results(self, contents: Contents, *, picture: str, lines: str) -> None:
        to_picture = contents.add(sentence("picture.heading"), picture)
        contents.add(_EVERY_LINE, lines)

        def show(estimate: Estimate) -> None:
            to_picture.set_visibility(estimate.result is not None)

        self._shows.append(show)

    def _notices(self) -> None:
        paragraph(sentence("costs.saved"))
        kept_on_this_device(self._visit.visitor, f"/tax/{self._begun.tax_year}/estimate")
        several_of_the_year(self._begun, "estimate")

    def _dependents(self) -> None:
        changes = ListOf(
            self._open, "dependents", add=add_dependent, remove=remove_dependent, put_back=put_dependent_back
        )
        people = Dependents(self._begun.tax_year, ask=self._open.ask, changes=changes)
        self._shows.append(lambda estimate: people.show(estimate.answers.dependents))

    def _show(self, estimate: Estimate, _: str = "") -> None:
        for show in self._shows:
            show(estimate)
