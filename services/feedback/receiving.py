"""Taking in what people tell us. Nobody needs an account for it; the task "feedback" writes it down for them."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import select

from db.tables.feedback import Feedback, FeedbackVideo
from db.values.feedback import FeedbackAbout, VideoKind
from db.values.people import CommunicationPreference
from services import audit
from services.accounts import addresses
from services.accounts.recovery.asking import ask
from services.errors import Invalid, NotFound
from services.feedback import letters
from services.feedback.checking import first_status
from services.feedback.once import id_of
from services.feedback.sealed_words import sealed
from services.feedback.sent import Sent
from services.house import DbSession
from services.seen import in_lines
from services.staff.queues import kinds
from services.visitor import System

DESK = System("feedback")
LONGEST_CHARACTERS = 5000
_LONGEST_PATH = 200
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks like another one, on paper or fingerspelled


@dataclass(frozen=True, slots=True)
class Received:
    """What we have, as the person is told: never the words themselves."""

    reference: str
    about: FeedbackAbout
    has_message: bool
    video_bytes: int
    has_address: bool
    received_at: datetime


def page_of(address: str) -> str:
    """The path of one of our pages, without what follows it; empty if it is none of ours."""
    path = urlsplit(address).path if address.startswith("/") and not address.startswith("//") else ""
    return path[:_LONGEST_PATH]


def problems_in(sent: Sent, *, has_video: bool) -> list[Invalid]:
    """Everything that has to be mended, in the order of the fields."""
    found = []
    if sent.about not in set(FeedbackAbout):
        found.append(Invalid("about", "feedback.no_subject"))
    if not in_lines(sent.message) and not has_video:
        found.append(Invalid("message", "feedback.nothing_told"))
    if len(sent.message) > LONGEST_CHARACTERS:
        found.append(Invalid("message", "feedback.too_long"))
    try:
        if not _address(sent) and sent.about == FeedbackAbout.SIGN_IN:
            found.append(Invalid("email", "recovery.no_address"))
    except Invalid as problem:
        found.append(problem)
    return found


async def receive(
    session: DbSession,
    sent: Sent,
    *,
    talk: CommunicationPreference,
    video: tuple[UUID, VideoKind, int] | None = None,
) -> UUID:
    """Write down a message without problems and give its id; staff and, at their address, the person get a letter.

    `video` is a stored file: its id, its kind and its size in bytes. Run as DESK.
    """
    feedback = _row(session, sent, talk, id_of(sent, video_bytes=video[2] if video else 0))
    session.add(feedback)
    await session.flush()
    if video:
        _add_video(session, feedback.id, *video)
    audit.record(session, DESK, "feedback.received", subject_table="feedback", subject_id=feedback.id)
    await letters.tell_staff(session, DESK, feedback)
    kinds.tell(session, kinds.Queue.FEEDBACK)
    if address := _address(sent):
        if sent.about == FeedbackAbout.SIGN_IN:
            ask(session, feedback_id=feedback.id, address=address)
            kinds.tell(session, kinds.Queue.RECOVERY)
        await letters.confirm(session, DESK, feedback, to=address)
    return feedback.id


def _add_video(session: DbSession, feedback_id: UUID, file_id: UUID, kind: VideoKind, size_bytes: int) -> None:
    status = first_status(session.house)
    session.add(FeedbackVideo(id=file_id, feedback_id=feedback_id, kind=kind, size_bytes=size_bytes, status=status))


async def received_at(session: DbSession, feedback_id: UUID) -> Received:
    """What we have received, for the person who sent it; NotFound for an id that nobody was given. Run as DESK."""
    query = select(Feedback, FeedbackVideo).join(FeedbackVideo, isouter=True).where(Feedback.id == feedback_id)
    found = (await session.exec(query)).first()
    if found is None:
        raise NotFound
    row, video = found
    return Received(
        row.reference,
        FeedbackAbout(row.about),
        row.message_sealed is not None,
        video.size_bytes if video else 0,
        row.address_sealed is not None,
        row.received_at,
    )


def _row(session: DbSession, sent: Sent, talk: CommunicationPreference, row_id: UUID) -> Feedback:
    house, address = session.house, _address(sent)
    return Feedback(
        id=row_id,
        reference=_reference(),
        about=sent.about,
        page_path=page_of(sent.page),
        talk=talk,
        message_sealed=sealed(house, in_lines(sent.message), table="feedback", column="message_sealed", row_id=row_id),
        address_sealed=sealed(house, address, table="feedback", column="address_sealed", row_id=row_id),
        address_index=addresses.index_of(house, address) if address else None,
        received_at=house.clock.now(),
    )


def _address(sent: Sent) -> str:
    return addresses.checked(sent.email) if sent.email.strip() else ""


def _reference() -> str:
    """Eight letters in two groups: 30**8, so two alike are not to be expected; the table would refuse the second."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"
