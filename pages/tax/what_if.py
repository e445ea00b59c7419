"""What if: the result of a year beside what would come out if one thing were otherwise. Nothing is saved here."""

from decimal import Decimal
from uuid import UUID

from nicegui import ui

from components.link import link
from components.live_region import announce
from components.money_field import money_field
from components.prose import paragraph
from services import policy
from services.house import DbSession, House
from services.returns import opening
from services.returns.estimate import Estimate
from services.returns.explaining.what_if import what_ifs
from services.tax import CENTS_A_DOLLAR, Computed
from services.visitor import Visitor
from services.words import dollars, sentence
from ui.actions import action
from ui.estimate.opening import begun, page_of
from ui.guards import HouseDep, Visit, WithSession
from ui.joint.who import who_is_you
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.result.what_if import Comparison, more_in_words, none_yet
from ui.trust.whose import whose_data

OneMore = tuple[Estimate, Decimal]


@action("what_if.one_more_cost", policy.returns.SEE)
async def one_more_cost(
    session: DbSession, visitor: Visitor, amount: Decimal | None, *, return_id: UUID, tax_year: int
) -> OneMore:
    """The estimate as it is saved now, with the amount that was typed; the amount is kept nowhere."""
    estimate = await opening.estimate_for(session, visitor, tax_year=tax_year, return_id=return_id)
    return estimate, amount or Decimal(0)


@ui.page("/tax/{tax_year}/what-if", reconnect_timeout=STAYS_SECONDS)
async def what_if_page(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Compare the result with others, and with one more cost when an amount is typed."""
    policy.returns.SEE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    with page_frame(sentence("what_if.title", year=tax_year), visit):
        whose_data(house, visit, theirs.helping)
        who_is_you(theirs)
        if theirs.result is None:
            none_yet()
        else:
            _draw(house, visit, theirs, theirs.result)
        with paragraph():
            link(sentence("what_if.back"), page_of(theirs, "result"))


def _draw(house: House, visit: Visit, theirs: Estimate, result: Computed) -> None:
    paragraph(sentence("what_if.intro"))

    def show(told: OneMore) -> None:
        estimate, amount = told
        if estimate.result is None:
            return
        cents = int(amount * CENTS_A_DOLLAR)
        told_now = what_ifs(estimate.result, one_more=cents)
        comparison.show(told_now, estimate.result, one_more=cents)
        if said := more_in_words(told_now, dollars(amount)):
            announce(said)

    commit = one_more_cost.by(house, visit, then=show, return_id=theirs.return_id, tax_year=theirs.tax_year)
    cost = money_field(sentence("what_if.cost"), hint=sentence("what_if.cost_hint"), on_commit=commit)
    cost.until_pressed()  # no button ever saves it: the tab alone keeps it
    comparison = Comparison()
    comparison.show(what_ifs(result), result, one_more=0)
