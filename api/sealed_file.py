"""A sealed file as an answer: opened chunk by chunk, whole or the part that is asked for, never a page of its own."""

from collections.abc import AsyncIterator
from typing import NamedTuple
from urllib.parse import quote
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from api.byte_range import ByteRange, Unsatisfiable, asked_for
from services.storage import SealedFiles

_HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


class StoredFile(NamedTuple):
    """What is sent: which file it is, how large, of which media type, and the name under which it is saved."""

    file_id: UUID
    size: int
    media_type: str
    name: str


async def answer_with(request: Request, files: SealedFiles, file: StoredFile) -> Response:
    """The file, or the part of it that the browser asks for. Raises Unsealable for one that was changed."""
    try:
        part = asked_for(request.headers.get("range", ""), file.size)
    except Unsatisfiable:
        return Response(status_code=416, headers=_HEADERS | {"Content-Range": f"bytes */{file.size}"})
    wanted = part or ByteRange(0, file.size, file.size)
    headers = _HEADERS | {
        "Content-Disposition": _attached(file.name),
        "Content-Length": str(wanted.end - wanted.start),
    }
    if part:
        headers["Content-Range"] = part.content_range
    body = files.reading(file.file_id, size=file.size, start=wanted.start, end=wanted.end)
    return StreamingResponse(await _begun(body), 206 if part else 200, headers, media_type=file.media_type)


def _attached(name: str) -> str:
    """To be saved under this name, which may be in any script (RFC 6266, 4.3; RFC 8187)."""
    plain = "".join(each if each.isascii() and each.isprintable() and each not in '"\\%' else "_" for each in name)
    more = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'attachment; filename="{plain}"{more}'


async def _begun(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Open the first chunk before anything is answered: a file that was changed is our mistake, told as such."""
    first = await anext(body)

    async def all_of_it() -> AsyncIterator[bytes]:
        yield first
        async for chunk in body:
            yield chunk

    return all_of_it()
