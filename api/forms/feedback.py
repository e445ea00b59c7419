"""Telling us something, in text or in a signed video. Works without script, and without an account."""

from dataclasses import asdict
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.forms.form_route import FormRoute
from api.forms.replies import back, onward
from api.forms.with_files import Read, read_form
from db.types import new_id
from db.values.feedback import VideoKind
from services import feedback as told
from services import policy
from services.errors import Invalid, Unavailable
from services.feedback import IncomingVideo, Sent
from services.house import House
from services.storage import Writing
from services.storage.room import MEGABYTE
from ui.feedback.pace import AN_HOUR, who_sends
from ui.guards import AnyVisit, HouseDep, Visit

router = APIRouter(route_class=FormRoute)
_READ_TO_THE_END = 4
"""So many times the largest video is read and thrown away: until then, a browser shows our answer and not its own."""


@router.post("/api/forms/feedback")
async def feedback(request: Request, house: HouseDep, visit: AnyVisit) -> Response:
    """Take a message in. Its video is sealed as it comes; if anything has to be mended, nothing of it is left.

    Of who has sent too many, no video is stored at all.
    """
    policy.feedback.SEND.require(visit.visitor)
    most, who = house.settings.largest_video_mb * MEGABYTE, who_sends(request, house, visit)
    may_send = (await house.shared.look(AN_HOUR, who)).allowed
    async with house.feedback_videos.writing(new_id()) as file:
        video = IncomingVideo(file, most_bytes=most)
        take = video.take if may_send else _thrown_away
        read = await read_form(request, file_field="video", take=take, most_bytes=_READ_TO_THE_END * most + MEGABYTE)
        sent = Sent(*(read.fields.get(name, "") for name in ("about", "message", "email", "page", "form")))
        try:
            kind = await _judged(sent, video, read) if may_send else None
            if not may_send or not (await house.shared.hit(AN_HOUR, who)).allowed:
                raise _Mistakes([Invalid("message", "feedback.too_often")])
            reply = onward(f"/feedback/{await _kept(house, visit, sent, file, kind)}")
        except _Mistakes as found:
            reply = await back(house, "feedback", _form_at(sent), found.problems, asdict(sent))
    if not read.to_the_end:
        reply.headers["Connection"] = "close"
    return reply


async def _thrown_away(_: bytes) -> None:
    """A browser shows our answer only when it has sent everything."""


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
    except Unavailable:
        problems.append(Invalid("video", "feedback.video_not_stored"))
    if not read.to_the_end and not any(problem.field == "video" for problem in problems):
        problems.append(Invalid("video", "feedback.video_too_large"))
    if problems:
        if kind:  # a browser does not fill the field in again
            problems.append(Invalid("video", "feedback.video_again"))
        raise _Mistakes(problems)
    return kind


async def _kept(house: House, visit: Visit, sent: Sent, file: Writing, kind: VideoKind | None) -> UUID:
    """The message that is kept now, or was when the same form came before."""
    stored = (file.file_id, kind, file.size) if kind else None
    async with house.transaction(told.DESK) as session:
        if before := await told.received_before(session, sent, video_bytes=file.size if kind else 0):
            return before
        feedback_id = await told.receive(session, sent, talk=visit.preferences.talk, video=stored)
        # Before the commit, whose answer may get lost: a file without a row is cleared, a row needs its file.
        if stored:
            file.keep()
    return feedback_id


def _form_at(sent: Sent) -> str:
    page = told.page_of(sent.page)
    return f"/feedback?{urlencode({'from': page})}" if page else "/feedback"
