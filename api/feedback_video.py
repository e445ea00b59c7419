"""The video of a message, for staff: opened chunk by chunk as it is watched, and never a page of its own."""

from collections.abc import AsyncIterator
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from api.byte_range import ByteRange, Unsatisfiable, asked_for
from api.problems import ProblemRoute
from services import feedback, policy
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=ProblemRoute, include_in_schema=False)
_HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@router.get("/api/feedback/{feedback_id}/video")
async def feedback_video(request: Request, feedback_id: UUID, house: HouseDep, visit: AnyVisit) -> Response:
    """The video, or the part of it that the browser asks for. Each look is written down."""
    policy.SEE_FEEDBACK.require(visit.visitor)
    async with house.transaction(visit.visitor) as session:
        reference, video = await feedback.video_to_watch(session, visit.person, feedback_id=feedback_id)
    size = video.size_bytes
    try:
        part = asked_for(request.headers.get("range", ""), size)
    except Unsatisfiable:
        return Response(status_code=416, headers=_HEADERS | {"Content-Range": f"bytes */{size}"})
    wanted = part or ByteRange(0, size, size)
    headers = _HEADERS | {
        "Content-Disposition": f'attachment; filename="{reference}.{video.kind}"',
        "Content-Length": str(wanted.end - wanted.start),
    }
    if part:
        headers["Content-Range"] = part.content_range
    body = house.feedback_videos.reading(video.file_id, size=size, start=wanted.start, end=wanted.end)
    return StreamingResponse(await _begun(body), 206 if part else 200, headers, media_type=video.kind.media_type)


async def _begun(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Open the first chunk before anything is answered: a file that was changed is our mistake, told as such."""
    first = await anext(body)

    async def all_of_it() -> AsyncIterator[bytes]:
        yield first
        async for chunk in body:
            yield chunk

    return all_of_it()
