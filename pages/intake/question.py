"""One of the first questions on a page of its own. A native form: it works without script, and "back" works."""

from typing import Annotated, Literal

from fastapi import Depends, Query, Request
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from services import policy
from services.attempts import Attempt
from services.intake.steps import EVERY_STEP, RESULT, Step, after, before, step_at
from services.words import sentence
from ui.guards import AnyVisit, HouseDep, attempt_at
from ui.intake.asked import Asked, known
from ui.intake.questions import draw_fields
from ui.page_frame import page_frame

_KEPT_AS_CHOICES = frozenset({Step.TALK, Step.ALERTS})
"""What is kept with the other choices of how screens look and alerts come (api/forms/display.py)."""


async def _attempt(request: Request, house: HouseDep, step: str) -> Attempt:
    return await attempt_at(f"intake-{step_at(step)}")(request, house)


@ui.page("/intake/questions/{step}")
async def question_page(
    step: str,
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(_attempt)],
    came_from: Annotated[Literal["", "result"], Query(alias="from")] = "",
) -> None:
    """Ask one question, with what was answered before. Whoever came to change it goes back to where they were."""
    policy.intake.ANSWER.require(visit.visitor)
    asked_now, theirs = step_at(step), await known(house, visit)
    number = sentence("intake.number_of", number=EVERY_STEP.index(asked_now) + 1, all=len(EVERY_STEP))
    onward = RESULT if came_from else after(asked_now)
    kept_as_choice = asked_now in _KEPT_AS_CHOICES
    hidden = {"next": onward} if kept_as_choice else {"step": asked_now.value, "come_back": came_from}
    kept_by = "/api/forms/display" if kept_as_choice else "/api/forms/intake"
    title = sentence(f"intake.step.{asked_now.code}.title")
    with page_frame(title, visit, above=number), form(kept_by, hidden=hidden):
        draw_fields(asked_now, Asked(theirs, attempt))
        with row():
            button(sentence("intake.save_again" if came_from else "intake.save"), submit=True)
            if not came_from:
                link(sentence("intake.skip"), onward, kind="quiet")
            link(sentence("intake.back"), RESULT if came_from else before(asked_now), kind="quiet")
