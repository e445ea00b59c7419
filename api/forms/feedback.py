"""Telling us something, in text or in a signed video. Works without script, and without an account."""

from dataclasses import asdict
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from api.forms.with_files import Read, read_form
from db.types import new_id
from db.values import VideoKind
from services import feedback as told
from services import policy
from services.errors import Invalid
from services.feedback import IncomingVideo, Sent
from services.house import House
from services.sharing import Limit
from services.storage import Writing
from services.visitor import Person
from ui.addresses import address_of, place_of
from ui.guards import AnyVisit, HouseDep, Visit

router = APIRouter(route_class=FormRoute)
MEGABYTE = 1_000_000
_AN_HOUR = Limit("feedback", 10, 3600)
"""Each message may bring a large file, so these are fewer than other requests."""
_READ_TO_THE_END = 4
"""So many times the largest video is read and thrown away: until then, a browser shows our answer and not its own."""


@router.post("/api/forms/feedback")
async def feedback(request: Request, house: HouseDep, visit: AnyVisit) -> Response:
    """Take a message in. Its video is sealed as it comes; if anything has to be mended, nothing of it is left."""
    policy.SEND_FEEDBACK.require(visit.visitor)
    most = house.settings.largest_video_mb * MEGABYTE
    async with house.feedback_videos.writing(new_id()) as file:
        video = IncomingVideo(file, most_bytes=most)
        read = await read_form(
            request, file_field="video", take=video.take, most_bytes=_READ_TO_THE_END * most + MEGABYTE
        )
        sent = Sent(*(read.fields.get(name, "") for name in ("about", "message", "email", "page", "form")))
        try:
            kind = await _judged(sent, video, read)
            await _within_the_hour(request, house, visit)
            reply = onward(f"/feedback/{await _kept(house, visit, sent, file, kind)}")
        except _Mistakes as found:
            reply = await back(house, "feedback", _form_at(sent), found.problems, asdict(sent))
    if not read.to_the_end:
        reply.headers["Connection"] = "close"
    return reply


class _Mistakes(Exception):
    """What has to be mended before the message can be taken in."""

    def __init__(self, problems: list[Invalid]) -> None:
        super().__init__()
        self.problems = problems


async def _judged(sent: Sent, video: IncomingVideo, read: Read) -> VideoKind | None:
    """The kind of the video, if there is one, once nothing has to be mended."""
    problems, kind = told.problems_in(sent, has_video=read.has_file), None
    try:
        kind = await video.finish()
        if read.has_file and not kind:
            raise Invalid("video", "feedback.empty_video")
    except Invalid as problem:
        problems.append(problem)
    if not read.to_the_end and not any(problem.field == "video" for problem in problems):
        problems.append(Invalid("video", "feedback.video_too_large"))
    if problems:
        raise _Mistakes(problems)
    return kind


async def _kept(house: House, visit: Visit, sent: Sent, file: Writing, kind: VideoKind | None) -> UUID:
    """The message that is kept now, or was when the same form came before."""
    stored = (file.file_id, kind, file.size) if kind else None
    async with house.transaction(told.DESK) as session:
        if before := await told.received_before(session, sent, video_bytes=file.size if kind else 0):
            return before
        feedback_id = await told.receive(session, sent, talk=visit.preferences.talk, video=stored)
        if (
            stored
        ):  # before the commit, whose answer may get lost: a file without a row is cleared, a row needs its file
            file.keep()
    return feedback_id


async def _within_the_hour(request: Request, house: House, visit: Visit) -> None:
    """Somebody who is signed in is counted alone, so that others at their place don't lock them out."""
    if isinstance(visit.visitor, Person):
        who = f"account {visit.visitor.person_id}"
    else:
        who = f"place {place_of(address_of(request.scope, house.settings.trusted_proxies))}"
    if not (await house.shared.hit(_AN_HOUR, who)).allowed:
        raise _Mistakes([Invalid("message", "feedback.too_often")])


def _form_at(sent: Sent) -> str:
    page = told.page_of(sent.page)
    return f"/feedback?{urlencode({'from': page})}" if page else "/feedback"
