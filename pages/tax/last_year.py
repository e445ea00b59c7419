"""Beginning a tax year from the answers of the year before, and what the law changed since then."""

from nicegui import ui

from components.link import link
from components.prose import paragraph
from services import policy
from services.returns.next_year import beginning
from services.words import sentence
from ui.guards import HouseDep, WithSession
from ui.last_year.law import what_the_law_changed
from ui.last_year.taking_over import taking_over
from ui.page_frame import page_frame


@ui.page("/tax/{tax_year}/last-year")
async def last_year_page(tax_year: int, house: HouseDep, visit: WithSession) -> None:
    """Show what can be taken over, what is asked anew, and what changed in the law for this person.

    Once the year is begun, nothing is taken over any more, and what the law changed stays.
    """
    policy.returns.SEE.require(visit.visitor)
    async with house.transaction(visit.visitor) as session:
        begins = await beginning.before(session, visit.visitor, tax_year=tax_year)
    years = {"year": tax_year, "last": tax_year - 1}
    which = "last_year.none" if begins is None else "last_year.begun" if begins.is_begun else "last_year"
    with page_frame(sentence(f"{which}.title", **years), visit):
        paragraph(sentence(f"{which}.intro", **years))
        if begins and not begins.is_begun:
            taking_over(begins)
        if begins:
            what_the_law_changed(begins)
        if begins is None or begins.is_begun:
            with paragraph():
                link(sentence("last_year.back"), "/tax")
