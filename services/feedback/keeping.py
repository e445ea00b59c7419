"""How long we keep what people tell us, and taking it away afterwards."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, delete, select

from db.tables.feedback import Feedback, FeedbackVideo
from db.values.feedback import VideoStatus
from services import audit
from services.house import DbSession, House
from services.storage.strays import delete_strays
from services.visitor import System

KEEPER = System("feedback keeper")
KEPT_FOR = timedelta(days=731)
"""Two years, of which one may be a leap year."""


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
    """Delete the videos that no message has, or that were refused: what a process left that was killed."""

    async def known() -> set[UUID]:
        async with house.transaction(KEEPER) as session:
            return set(await session.exec(select(FeedbackVideo.id).where(FeedbackVideo.status != VideoStatus.REFUSED)))

    await delete_strays(house.feedback_videos, known, now=house.clock.now())


async def _old(session: DbSession) -> list[tuple[UUID, UUID | None]]:
    query = select(Feedback.id, FeedbackVideo.id).join(FeedbackVideo, isouter=True)
    found = await session.exec(query.where(Feedback.received_at < session.house.clock.now() - KEPT_FOR))
    return list(found)
