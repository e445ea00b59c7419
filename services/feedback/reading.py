"""What staff see of what people told us. Every look is written down in the audit trail."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import FromClause, func
from sqlmodel import col, select

from db.tables.feedback import Feedback, FeedbackAnswer, FeedbackVideo
from db.values.feedback import FeedbackAbout, VideoKind, VideoStatus
from db.values.people import CommunicationPreference
from services import audit
from services.errors import NotFound
from services.feedback.sealed_words import opened
from services.house import DbSession
from services.paging import last_page_of
from services.visitor import Person

ON_A_PAGE = 25
Rows = tuple[Feedback, FeedbackVideo | None, FeedbackAnswer | None]
"""A message with its video and its answer, as far as there are any."""
_EVERY = (
    select(Feedback, FeedbackVideo, FeedbackAnswer).join(FeedbackVideo, isouter=True).join(FeedbackAnswer, isouter=True)
)
_OPEN = _EVERY.where(col(FeedbackAnswer.id).is_(None))


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: nothing that was told, only that it was."""

    id: UUID
    reference: str
    about: FeedbackAbout
    talk: CommunicationPreference
    received_at: datetime
    has_video: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """One page of the list, the newest first, with the number of the last page and of messages still open."""

    listed: list[Listed]
    last_page: int
    open: int


@dataclass(frozen=True, slots=True)
class Video:
    """A signed video: its file, and what it says in written words, as far as somebody wrote that down."""

    file_id: UUID
    kind: VideoKind
    size_bytes: int
    status: VideoStatus
    written_version: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done about a message, when, and what was written to the person."""

    done: str
    letter: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """A message with all that belongs to it. `email` is empty for who left no address."""

    listed: Listed
    page_path: str
    text: str
    email: str
    video: Video | None
    answer: Answer | None


async def overview(session: DbSession, person: Person, *, page: int = 1, only_open: bool = False) -> Overview:
    """One page of the messages; NotFound beyond the last."""
    rows = _OPEN if only_open else _EVERY
    still_open = await _count(session, _OPEN.subquery())
    total = still_open if only_open else await _count(session, _EVERY.subquery())
    last_page = last_page_of(total, on_a_page=ON_A_PAGE)
    if not 1 <= page <= last_page:
        raise NotFound
    newest = rows.order_by(col(Feedback.received_at).desc(), col(Feedback.id).desc())
    found = await session.exec(newest.limit(ON_A_PAGE).offset((page - 1) * ON_A_PAGE))
    audit.record(session, person, "feedback.list", subject_table="feedback")
    return Overview([_listed(*row) for row in found], last_page, still_open)


async def message_at(session: DbSession, person: Person, *, feedback_id: UUID) -> Message:
    """A message, opened; NotFound if there is none."""
    row, video, answer = await rows_of(session, feedback_id)
    audit.record(session, person, "feedback.see", subject_table="feedback", subject_id=feedback_id)
    house = session.house
    return Message(
        _listed(row, video, answer),
        row.page_path,
        opened(house, row.message_sealed, table="feedback", column="message_sealed", row_id=row.id),
        opened(house, row.address_sealed, table="feedback", column="address_sealed", row_id=row.id),
        _video(session, video) if video else None,
        _answer(session, answer) if answer else None,
    )


async def video_to_watch(session: DbSession, person: Person, *, feedback_id: UUID) -> tuple[str, Video]:
    """The reference and the video of a message; NotFound if it has none that was checked."""
    row, video, _ = await rows_of(session, feedback_id)
    if video is None or video.status != VideoStatus.CHECKED:
        raise NotFound
    audit.record(session, person, "feedback.watch", subject_table="feedback_video", subject_id=video.id)
    return row.reference, _video(session, video)


async def rows_of(session: DbSession, feedback_id: UUID) -> Rows:
    """The rows of one message; NotFound if there is none."""
    found = (await session.exec(_EVERY.where(Feedback.id == feedback_id))).first()
    if found is None:
        raise NotFound
    return found[0], found[1], found[2]


async def _count(session: DbSession, rows: FromClause) -> int:
    return (await session.exec(select(func.count()).select_from(rows))).one()


def _listed(row: Feedback, video: FeedbackVideo | None, answer: FeedbackAnswer | None) -> Listed:
    return Listed(
        row.id,
        row.reference,
        FeedbackAbout(row.about),
        CommunicationPreference(row.talk),
        row.received_at,
        video is not None,
        answer is not None,
    )


def _video(session: DbSession, row: FeedbackVideo) -> Video:
    words = opened(
        session.house,
        row.written_version_sealed,
        table="feedback_video",
        column="written_version_sealed",
        row_id=row.id,
    )
    return Video(row.id, VideoKind(row.kind), row.size_bytes, VideoStatus(row.status), words)


def _answer(session: DbSession, row: FeedbackAnswer) -> Answer:
    house = session.house
    return Answer(
        opened(house, row.done_sealed, table="feedback_answer", column="done_sealed", row_id=row.id),
        opened(house, row.letter_sealed, table="feedback_answer", column="letter_sealed", row_id=row.id),
        row.answered_at,
    )
