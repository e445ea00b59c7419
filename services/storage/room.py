"""Room for files: what people send leaves some of the disk free, on which the database may lie too."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable

from services.settings import Settings

MEGABYTE = 1_000_000
"""In bytes, as the settings and the words for people count them."""
HasRoom = Callable[[], Awaitable[bool]]


async def always() -> bool:
    """Of a store elsewhere nobody here knows the end."""
    return True


def room_for(settings: Settings) -> HasRoom:
    """Tells whether the disk of the files has more room than FILES_LEAVE_FREE_MB. It is asked before each part.

    So many uploads at the same time can pass the bound by a part each, and no further.
    """
    if not settings.files_lie_here:
        return always
    folder, least = settings.files_folder, settings.files_leave_free_mb * MEGABYTE

    async def has_room() -> bool:
        try:
            return (await asyncio.to_thread(shutil.disk_usage, folder)).free >= least
        except OSError:  # the folder is away: storing says so
            return True

    return has_room
