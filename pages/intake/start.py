"""Where the first questions begin, and where one comes back to them."""

from nicegui import ui

from components.layout import row, section
from components.link import link
from components.prose import paragraph
from services import policy
from services.intake.steps import EVERY_STEP, RESULT
from services.visitor import Person
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.intake.asked import known
from ui.intake.so_far import answers_so_far
from ui.page_frame import page_frame


@ui.page("/intake")
async def intake_page(house: HouseDep, visit: AnyVisit) -> None:
    """Say what is asked and how it is kept; show what was answered already."""
    policy.intake.ANSWER.require(visit.visitor)
    theirs = await known(house, visit)
    with page_frame(sentence("intake.title"), visit):
        paragraph(sentence("intake.about"))
        paragraph(sentence("intake.saved"))
        if not isinstance(visit.visitor, Person):
            paragraph(sentence("intake.guest"))
        with row():
            link(sentence("intake.go_on" if theirs.has_begun else "intake.begin"), EVERY_STEP[0].path, kind="main")
            if theirs.has_begun:
                link(sentence("intake.see"), RESULT, kind="quiet")
        if theirs.has_begun:
            with section(sentence("intake.answers")):
                answers_so_far(theirs)
