"""Telling us something: in text, in a signed video, or both. A native form, so it works without script."""

from typing import Annotated

from fastapi import Depends, Query, Request
from nicegui import ui

from components.form import form
from components.notice import notice
from components.prose import paragraph
from services import feedback, policy
from services.accounts import enrolment
from services.attempts import Attempt
from services.house import House
from services.tokens import new_token
from services.visitor import Person
from services.words import sentence
from ui.feedback.form import FilledIn, feedback_fields
from ui.feedback.pace import AN_HOUR, who_sends
from ui.feedback.promise import who_sees_it
from ui.guards import AnyVisit, HouseDep, Visit, attempt_at
from ui.page_frame import page_frame

_LONGEST_ADDRESS = 2000


@ui.page("/feedback")
async def feedback_page(
    request: Request,
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("feedback"))],
    *,
    about: str = "",
    came_from: Annotated[str, Query(alias="from", max_length=_LONGEST_ADDRESS)] = "",
) -> None:
    """Ask what it is about, for the message or the video, and where we may answer."""
    policy.feedback.SEND.require(visit.visitor)
    page = feedback.page_of(came_from)
    fresh = FilledIn(about, email=await _own_address(house, visit), page=page, form=new_token())
    filled_in = FilledIn(**attempt.typed) if attempt.typed else fresh
    has_to_wait = not (await house.shared.look(AN_HOUR, who_sends(request, house, visit))).allowed
    with page_frame("Tell us something", visit):
        if has_to_wait and not attempt.errors:
            with notice("warn"):
                paragraph(sentence("feedback.wait"))
        if not attempt.errors and not await house.feedback_videos.has_room():
            with notice("warn"):
                paragraph(sentence("feedback.video_no_room"))
        paragraph("You can write, or send a video in which you sign. You need no account.")
        hidden, once = {"page": filled_in.page}, {"form": filled_in.form}
        with form("/api/forms/feedback", hidden=hidden, once=once, carries_files=True):
            feedback_fields(filled_in, attempt.errors, largest_video_mb=house.settings.largest_video_mb, visit=visit)
        who_sees_it()


async def _own_address(house: House, visit: Visit) -> str:
    if not isinstance(visit.visitor, Person):
        return ""
    async with house.transaction(visit.visitor) as session:
        return (await enrolment.own_account(session, visit.visitor)).address
