"""The video of a message, for staff."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.problems import ProblemRoute
from api.sealed_file import StoredFile, answer_with
from services import feedback, policy
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=ProblemRoute, include_in_schema=False)


@router.get("/api/feedback/{feedback_id}/video")
async def feedback_video(request: Request, feedback_id: UUID, house: HouseDep, visit: AnyVisit) -> Response:
    """The video, or the part of it that the browser asks for. Each look is written down."""
    policy.feedback.SEE.require(visit.visitor)
    async with house.transaction(visit.visitor) as session:
        reference, video = await feedback.video_to_watch(session, visit.person, feedback_id=feedback_id)
    file = StoredFile(video.file_id, video.size_bytes, video.kind.media_type, f"{reference}.{video.kind}")
    return await answer_with(request, house.feedback_videos, file)
