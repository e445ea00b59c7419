"""How long we keep what people tell us, and taking it away afterwards."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, delete, select

from db.tables.feedback import Feedback, FeedbackVideo
from services import audit
from services.house import DbSession, House
from services.visitor import System

KEEPER = System("feedback keeper")
KEPT_FOR = timedelta(days=731)
"""Two years, of which one may be a leap year."""
_UPLOADS_LAST_AT_MOST = timedelta(days=1)


async def delete_old(house: House) -> None:
    """Delete messages whose time is over. Their files go first, so that none is left without a row that knows it."""
    async with house.transaction(KEEPER) as session:
        old = await _old(session)
    for _, file_id in old:
        if file_id:
            await house.feedback_videos.delete(file_id)
    async with house.transaction(KEEPER) as session:
        for feedback_id, _ in old:
            audit.record(session, KEEPER, "feedback.deleted", subject_table="feedback", subject_id=feedback_id)
        await session.exec(delete(Feedback).where(col(Feedback.id).in_([feedback_id for feedback_id, _ in old])))


async def delete_stray_files(house: House) -> None:
    """Delete the videos that no message has: what a process left behind that was killed in the middle of an upload."""
    latest = house.clock.now() - _UPLOADS_LAST_AT_MOST
    old = [file_id for file_id in await house.feedback_videos.ids() if _began_before(file_id, latest.timestamp())]
    async with house.transaction(KEEPER) as session:
        known = set(await session.exec(select(FeedbackVideo.id)))
    for file_id in old:
        if file_id not in known:
            await house.feedback_videos.delete(file_id)


async def _old(session: DbSession) -> list[tuple[UUID, UUID | None]]:
    query = select(Feedback.id, FeedbackVideo.id).join(FeedbackVideo, isouter=True)
    found = await session.exec(query.where(Feedback.received_at < session.house.clock.now() - KEPT_FOR))
    return list(found)


def _began_before(file_id: UUID, seconds: float) -> bool:
    """A UUIDv7 begins with the milliseconds of its making (RFC 9562, 5.7)."""
    return (file_id.int >> 80) < seconds * 1000
