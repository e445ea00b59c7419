"""What follows from the first answers, all the answers with a way to change each, and the way to the taxes."""

from nicegui import ui

from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.intake.recommending import recommendations
from services.intake.steps import RESULT
from services.visitor import Person
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.intake.advice import advice
from ui.intake.asked import known
from ui.intake.so_far import answers_so_far, interpreter_steps
from ui.page_frame import page_frame


@ui.page("/intake/result")
async def result_page(house: HouseDep, visit: AnyVisit) -> None:
    """Say what may help and why; then how far the interpreter is, and what was answered."""
    policy.intake.ANSWER.require(visit.visitor)
    theirs, has_account = await known(house, visit), isinstance(visit.visitor, Person)
    with page_frame(sentence("intake.result.title"), visit):
        found = recommendations(theirs.needs, now=house.clock.now())
        paragraph(sentence("intake.result.intro" if found else "intake.result.nothing"))
        with row():
            link(sentence("intake.result.next"), "/tax", kind="main")
        for each in found:
            advice(each)
        if theirs.steps:
            with section(sentence("intake.result.steps")):
                interpreter_steps(theirs.steps, has_account=has_account)
        with section(sentence("intake.answers")):
            answers_so_far(theirs)
        if not has_account:
            with notice():
                paragraph(sentence("intake.result.keep"))
                link(sentence("intake.result.make_account"), f"/sign-up?next={RESULT}")
