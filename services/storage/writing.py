"""A file on its way in."""

from typing import Protocol
from uuid import UUID

from services.errors import Unavailable

CHUNK_BYTES = 1_048_576
"""So much of a file is in memory at a time, and so much is opened for the smallest part."""


class Put(Protocol):
    """Seals a chunk and stores it."""

    async def __call__(self, number: int, chunk: bytes, *, is_last: bool) -> None: ...


class Writing:
    """Takes the bytes of one file as they come, and stores each full chunk at once.

    While the store is away it takes them too and keeps none, so that the rest of a form can be read; `finish` tells.
    """

    def __init__(self, file_id: UUID, put: Put) -> None:
        self.file_id = file_id
        self.size = 0
        self.is_kept = False
        self._put = put
        self._waiting = bytearray()
        self._trouble: Unavailable | None = None
        self._number = 0

    async def write(self, data: bytes) -> None:
        """Add to the file."""
        self.size += len(data)
        if self._trouble:
            return
        self._waiting += data
        try:
            await self._store_full_chunks()
        except Unavailable as trouble:
            self._trouble = trouble
            self._waiting.clear()

    async def finish(self) -> None:
        """Store the last chunk. ValueError for a file without a single byte: it has no last one. Unavailable."""
        if self._trouble:
            raise self._trouble
        if not self._waiting:
            raise ValueError("There is nothing in this file.")
        await self._put(self._number, bytes(self._waiting), is_last=True)
        self._waiting.clear()

    async def _store_full_chunks(self) -> None:
        while len(self._waiting) > CHUNK_BYTES:  # a full one waits: it may be the last
            await self._put(self._number, bytes(self._waiting[:CHUNK_BYTES]), is_last=False)
            del self._waiting[:CHUNK_BYTES]
            self._number += 1

    def keep(self) -> None:
        """The row that describes the file is written: it stays."""
        self.is_kept = True
