"""A file is stored as sealed chunks, so that it is never whole in memory and any part of it can be read alone.

Each chunk is an object `<file id>/<number>`. Its seal is bound to the file, to the number and to whether it is the last
one: a file that was cut, put in another order or mixed with another one no longer opens.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from obstore.exceptions import BaseError
from obstore.store import ObjectStore

from services.errors import Unavailable
from services.sealing import Keyring, Unsealable, open_sealed, seal
from services.storage.room import HasRoom
from services.storage.writing import CHUNK_BYTES, Writing

_logger = logging.getLogger(__name__)
_TABLE = "file"  # what the seals of chunks are bound to in place of a table's name


class SealedFiles:
    """Where files of one kind are. A file is named by an id, which the row that describes it has too."""

    def __init__(self, store: ObjectStore, keyring: Keyring, has_room: HasRoom) -> None:
        self.has_room = has_room
        self._store = store
        self._keyring = keyring

    @asynccontextmanager
    async def writing(self, file_id: UUID) -> AsyncIterator[Writing]:
        """Take in a file. What is not kept when the block ends is gone: an upload that broke leaves nothing.

        While the store is away, what is left of it is a stray that is cleared later.
        """

        async def put(number: int, chunk: bytes, *, is_last: bool) -> None:
            await self._require_room()
            await self._put(file_id, number, chunk, is_last=is_last)

        file = Writing(file_id, put)
        try:
            yield file
        finally:
            if not file.is_kept:
                await asyncio.shield(self._take_back(file_id))

    async def put_part(self, file_id: UUID, number: int, part: bytes, *, size: int) -> None:
        """Store one part of a file of `size` bytes that comes in parts. ValueError for one of another length.

        Every part has CHUNK_BYTES, and the last one the rest. Nothing takes it away again if the others never come.
        Unavailable while the store is away or has no room.
        """
        begins, is_last = number * CHUNK_BYTES, number == (size - 1) // CHUNK_BYTES
        if number < 0 or not part or len(part) != min(CHUNK_BYTES, size - begins):
            raise ValueError("A part has another length than its place says.")
        await self._require_room()
        await self._put(file_id, number, part, is_last=is_last)

    async def reading(
        self, file_id: UUID, *, size: int, start: int = 0, end: int | None = None
    ) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `end`, which is not among them. Only the chunks that hold them are opened.

        `size` is that of the whole file in bytes. Raises Unsealable if the file is not what was once stored.
        """
        end = size if end is None else min(end, size)
        last = (size - 1) // CHUNK_BYTES
        for number in range(start // CHUNK_BYTES, -(-end // CHUNK_BYTES)):
            begins = number * CHUNK_BYTES
            chunk = await self._chunk(file_id, number, is_last=number == last)
            if len(chunk) != min(CHUNK_BYTES, size - begins):
                raise Unsealable("This file has another size than its row says.")
            yield chunk[max(0, start - begins) : end - begins]

    async def delete(self, file_id: UUID) -> None:
        """Take every chunk away; a file that is not there is fine."""
        async for batch in self._store.list(str(file_id)):
            for stored in batch:
                with suppress(FileNotFoundError):
                    await self._store.delete_async(stored["path"])

    async def reseal(self, file_id: UUID) -> int:
        """Seal each chunk of a whole file with the newest key, unless it is: how many were not. Raises Unsealable."""
        chunks = sum([len(batch) async for batch in self._store.list(str(file_id))])
        old = [number for number in range(chunks) if not await self._has_newest_key(file_id, number)]
        for number in old:
            is_last = number == chunks - 1
            await self._put(file_id, number, await self._chunk(file_id, number, is_last=is_last), is_last=is_last)
        return len(old)

    async def ids(self) -> list[UUID]:
        """Every file that is there, whole or not."""
        found = await self._store.list_with_delimiter_async()
        return [UUID(prefix) for prefix in found["common_prefixes"]]

    async def _require_room(self) -> None:
        if not await self.has_room():
            raise Unavailable("storage.full")

    async def _take_back(self, file_id: UUID) -> None:
        try:
            await self.delete(file_id)
        except (BaseError, OSError) as problem:
            _logger.warning("What came of a file could not be deleted (%s)", type(problem).__name__)

    async def _has_newest_key(self, file_id: UUID, number: int) -> bool:
        header = self._keyring.header
        try:
            return bytes(await self._store.get_range_async(_path(file_id, number), start=0, end=len(header))) == header
        except FileNotFoundError:
            raise Unsealable("A part of this file is missing.") from None

    async def _put(self, file_id: UUID, number: int, chunk: bytes, *, is_last: bool) -> None:
        column = _place(number, is_last=is_last)
        sealed = seal(self._keyring, chunk, table=_TABLE, column=column, row_id=file_id)
        try:
            await self._store.put_async(_path(file_id, number), sealed, use_multipart=False)
        except (BaseError, OSError) as problem:
            _logger.warning("A part of a file could not be stored (%s)", type(problem).__name__)
            raise Unavailable("storage.away") from None

    async def _chunk(self, file_id: UUID, number: int, *, is_last: bool) -> bytes:
        try:
            stored = await self._store.get_async(_path(file_id, number))
        except FileNotFoundError:
            raise Unsealable("A part of this file is missing.") from None
        sealed = bytes(await stored.bytes_async())
        return open_sealed(self._keyring, sealed, table=_TABLE, column=_place(number, is_last=is_last), row_id=file_id)


def _path(file_id: UUID, number: int) -> str:
    return f"{file_id}/{number:06}"


def _place(number: int, *, is_last: bool) -> str:
    return f"chunk {number}, the last" if is_last else f"chunk {number}"
