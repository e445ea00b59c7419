"""One message: what was written or signed, what a video says in words, and what was done about it."""

from functools import partial
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.description_list import Entry, description_list
from components.layout import column, section, with_side
from components.link import link
from components.notice import notice
from components.prose import paragraph, paragraphs
from components.signed_message import signed_message
from db.values.feedback import FeedbackAbout, VideoStatus
from services import feedback, policy
from services.feedback import Message, Video
from services.house import House
from services.words import moment, sentence
from services.words.sizes import size_in_words
from ui.actions import action
from ui.feedback.answer import AnswerPart
from ui.feedback.written_version import WrittenVersion
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame

write_version = action("feedback.write_version", policy.feedback.ANSWER)(feedback.write_version)
answer = action("feedback.answer", policy.feedback.ANSWER)(feedback.answer)


@ui.page("/staff/feedback/{feedback_id}", reconnect_timeout=STAYS_SECONDS)
async def feedback_message_page(
    feedback_id: UUID, house: HouseDep, visit: Annotated[Visit, for_staff(policy.feedback.SEE)]
) -> None:
    """Show the message; opening this page is a look that is written down."""
    async with house.transaction(visit.person) as session:
        message = await feedback.message_at(session, visit.person, feedback_id=feedback_id)
    with page_frame(
        f"Message {message.listed.reference}",
        visit,
        way=[Crumb("Feedback", "/staff/feedback")],
        here=message.listed.reference,
    ):
        description_list(_entries(message))
        if message.listed.about is FeedbackAbout.SIGN_IN:
            link("Check whether the account is theirs", f"/staff/recovery/{feedback_id}", kind="main")
        with section("What was written"):
            paragraphs(message.text or "There is no text.")
        if message.video:
            with section("What was signed"):
                _video(house, visit, feedback_id, message.video)
        with section("What was done"):
            part = AnswerPart(message)
            part.draw(answer.by(house, visit, then=part.show, feedback_id=feedback_id))


def _entries(message: Message) -> list[Entry]:
    listed = message.listed
    return [
        Entry("About", sentence(f"feedback.about.{listed.about}.label")),
        Entry("Received", moment(listed.received_at)),
        Entry("Talks by", sentence(f"talk.{listed.talk}.by")),
        Entry("Email address", message.email or "None: we can’t write back."),
        Entry("Came from the page", message.page_path or "Not known"),
    ]


def _video(house: House, visit: Visit, feedback_id: UUID, video: Video) -> None:
    """The film, and beside it what it says; or why there is none to watch."""
    if video.status is not VideoStatus.CHECKED:
        with notice("warn"):
            paragraph(sentence(f"feedback.staff.video_{video.status}"))
        return
    with with_side(even=True):
        with column():
            source = f"/api/feedback/{feedback_id}/video"
            signed_message(source, label="What the person signed", size=size_in_words(video.size_bytes))
        with column():
            WrittenVersion(video.written_version, partial(write_version.by, house, visit, feedback_id=feedback_id))
