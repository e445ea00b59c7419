"""Files that no row knows: what a process left behind that was killed in the middle of its work."""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from uuid import UUID

from services.storage import SealedFiles

_UPLOADS_LAST_AT_MOST = timedelta(days=1)


async def delete_strays(files: SealedFiles, known: Callable[[], Awaitable[Collection[UUID]]], *, now: datetime) -> None:
    """Delete the files that have no row. `known` tells the ids of all rows; it is asked after the files are listed."""
    latest = (now - _UPLOADS_LAST_AT_MOST).timestamp()
    old = [file_id for file_id in await files.ids() if _began_before(file_id, latest)]
    with_row = await known()
    for file_id in old:
        if file_id not in with_row:
            await files.delete(file_id)


def _began_before(file_id: UUID, seconds: float) -> bool:
    """A UUIDv7 begins with the milliseconds of its making (RFC 9562, 5.7)."""
    return (file_id.int >> 80) < seconds * 1000
