"""Looking for viruses in the videos that came, before staff can watch them."""

import logging
from uuid import UUID

from sqlmodel import col, select

from db.tables.feedback import FeedbackVideo
from db.values.feedback import VideoStatus
from services import audit
from services.house import DbSession, House
from services.providers.virus_check import NoVirusCheck
from services.sealing import Unsealable
from services.visitor import System

CHECKER = System("video checker")
_log = logging.getLogger(__name__)


def first_status(house: House) -> VideoStatus:
    """That of a video which comes in: where nobody looks for viruses, nothing waits."""
    return VideoStatus.CHECKED if isinstance(house.providers.virus_check, NoVirusCheck) else VideoStatus.WAITING


async def check_waiting(house: House) -> None:
    """Check each video that waits. Of a refused one, the row stays and says so; the file goes.

    Raises Unavailable while the virus check is away: the rest waits.
    """
    async with house.transaction(CHECKER) as session:
        query = select(FeedbackVideo.id, FeedbackVideo.size_bytes).where(FeedbackVideo.status == VideoStatus.WAITING)
        waiting = (await session.exec(query.order_by(col(FeedbackVideo.id)))).all()
    for video_id, size in waiting:
        try:
            is_clean = await house.providers.virus_check.is_clean(house.feedback_videos.reading(video_id, size=size))
        except Unsealable:
            _log.error("The video %s is not what was stored, so it is not checked", video_id)
            continue
        async with house.transaction(CHECKER) as session:
            await _decide(session, video_id, VideoStatus.CHECKED if is_clean else VideoStatus.REFUSED)
        if not is_clean:
            await house.feedback_videos.delete(video_id)


async def _decide(session: DbSession, video_id: UUID, status: VideoStatus) -> None:
    query = select(FeedbackVideo).where(FeedbackVideo.id == video_id, FeedbackVideo.status == VideoStatus.WAITING)
    if row := (await session.exec(query.with_for_update())).first():
        row.status = status
        audit.record(session, CHECKER, f"feedback.video_{status}", subject_table="feedback_video", subject_id=video_id)
