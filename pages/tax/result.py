"""The result of one tax year: the answer, why, how income becomes tax, every line, what would help, how to file."""

from datetime import date
from uuid import UUID

from nicegui import ui

from components.layout import section, side, with_side
from components.on_paper import paper_line
from components.prose import paragraph
from services import policy
from services.house import House
from services.returns.estimate import Estimate
from services.returns.filed.standing import LastFiled, last_filed
from services.returns.next_year.ideas import ideas_for
from services.words import sentence
from ui.costs.ideas import Ideas
from ui.estimate.lines.hearing_costs import HearingCostsCard
from ui.estimate.lines.picture import IncomeToTaxPicture
from ui.estimate.opening import begun, kept_on_this_device, page_of, several_of_the_year
from ui.guards import HouseDep, Visit, WithSession
from ui.interview.addresses import question_path
from ui.joint.who import who_is_you
from ui.page_frame import page_frame
from ui.result.after_filing import was_filed, what_comes_next
from ui.result.answer import title_of, what_is_open, why_and_ways_on
from ui.result.changed import tell_of_changes
from ui.result.filing import how_to_file
from ui.result.forms import what_to_copy
from ui.result.underpaid import paid_too_little
from ui.result.unsaved import tell_of_unsaved
from ui.reviews.noted import Notes, lines_with_notes, notes_for
from ui.trust.whose import whose_data


@ui.page("/tax/{tax_year}/result")
async def result_page(tax_year: int, house: HouseDep, visit: WithSession, estimate: UUID | None = None) -> None:
    """Say what comes out of the answers that are saved, and what can be done with it."""
    policy.returns.SEE.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    notes = await notes_for(house, visit, theirs)
    async with house.transaction(visit.visitor) as session:
        filed = await last_filed(session, theirs)
    with page_frame(title_of(theirs), visit, above=_above(theirs)):
        whose_data(house, visit, theirs.helping)
        who_is_you(theirs)
        _draw(house, visit, theirs, notes, filed)


def _above(estimate: Estimate) -> str:
    if estimate.helping:
        return sentence("trust.helping.estimate", name=estimate.helping.name, year=estimate.tax_year)
    return sentence("result.page.above", year=estimate.tax_year)


def _draw(house: House, visit: Visit, estimate: Estimate, notes: Notes, filed: LastFiled | None) -> None:
    def place_of(path: str) -> str:
        return question_path(estimate, path)

    today = house.clock.now().date()
    paper_line(sentence("result.on_paper"))
    tell_of_unsaved(estimate)
    tell_of_changes(house, estimate)
    if filed:
        was_filed(estimate, filed)
    why_and_ways_on(estimate, place_of)
    several_of_the_year(estimate, "result")
    if estimate.result:
        what_is_open(estimate, place_of)
        IncomeToTaxPicture().show(estimate)
        with with_side():
            with side(sentence("hearing_card.title"), on_card=True):
                HearingCostsCard(page_of(estimate, "costs")).show(estimate)
            with section(sentence("result.page.lines")):
                lines_with_notes(estimate, notes, place_of=place_of)
        paid_too_little(estimate.result)
        _what_would_help(estimate, today=today)
        what_to_copy(estimate.result, estimate.answers)
    kept_on_this_device(visit.visitor, page_of(estimate, "result"))
    if filed:
        what_comes_next(estimate, filed, today=today)
    else:
        how_to_file(estimate, today=today)


def _what_would_help(estimate: Estimate, *, today: date) -> None:
    if ideas := ideas_for(estimate, today=today):
        Ideas().show(ideas)
    else:
        with section(sentence("costs.ideas.title")):
            paragraph(sentence("result.page.no_ideas"))
