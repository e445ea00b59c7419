"""The pages of intake. Somebody without an account becomes a guest with the first answer, which sets a cookie."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward, signed_in
from services import policy
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.errors import Invalid
from services.intake import answering
from services.intake.steps import RESULT, after, step_at
from services.visitor import Guest
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)
CHANGED = "result"
"""Where the page was opened from, when it is asked once more."""


class Sent(BaseModel):
    """One page, as it was filled in. What it does not ask is empty."""

    step: str = ""
    come_back: str = ""
    language: str = ""
    language_name: str = ""
    mode: str = ""
    call_kind: str = ""
    number: str = ""
    status: str = ""
    hearing_aids: str = ""
    history: str = ""
    SSI: str = ""
    SSDI: str = ""
    Vocational_Rehab: str = ""
    Other: str = ""
    Medical_Expenses: str = ""
    Work_Related_Interpreter_Fees: str = ""
    Specialized_Equipment: str = ""


@router.post("/api/forms/intake")
async def answer_intake(house: HouseDep, visit: AnyVisit, sent: Annotated[Sent, Form()]) -> Response:
    """Keep the answers of one page and go on to the next, or back to where the page was opened from."""
    policy.intake.ANSWER.require(visit.visitor)
    step, typed = step_at(sent.step), sent.model_dump()
    onward_to = RESULT if sent.come_back == CHANGED else after(step)
    try:
        answer = answering.read(step, typed)
    except Invalid as problem:
        again = f"{step.path}?from={CHANGED}" if sent.come_back == CHANGED else step.path
        return await back(house, f"intake-{step}", again, [problem], typed)
    if isinstance(visit.visitor, Guest) and visit.visitor.session_id is None:
        async with house.transaction(DOOR) as session:
            opened = await sessions.open_for_guest(session)
        async with house.transaction(opened.visitor) as session:
            await answering.keep(session, opened.visitor, answer)
        return signed_in(house, opened, onward_to)
    async with house.transaction(visit.visitor) as session:
        await answering.keep(session, visit.visitor, answer)
    return onward(onward_to)
