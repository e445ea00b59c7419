"""A file is stored as sealed chunks, so that it is never whole in memory and any part of it can be read alone.

Each chunk is an object `<file id>/<number>`. Its seal is bound to the file, to the number and to whether it is the last
one: a file that was cut, put in another order or mixed with another one no longer opens.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from obstore.store import ObjectStore

from services.sealing import Keyring, Unsealable, open_sealed, seal
from services.storage.writing import CHUNK_BYTES, Writing

_TABLE = "file"  # what the seals of chunks are bound to in place of a table's name


class SealedFiles:
    """Where files of one kind are. A file is named by an id, which the row that describes it has too."""

    def __init__(self, store: ObjectStore, keyring: Keyring) -> None:
        self._store = store
        self._keyring = keyring

    @asynccontextmanager
    async def writing(self, file_id: UUID) -> AsyncIterator[Writing]:
        """Take in a file. What is not kept when the block ends is gone: an upload that broke leaves nothing."""

        async def put(number: int, chunk: bytes, *, is_last: bool) -> None:
            await self._put(file_id, number, chunk, is_last=is_last)

        file = Writing(file_id, put)
        try:
            yield file
        finally:
            if not file.is_kept:
                await asyncio.shield(self.delete(file_id))

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

    async def ids(self) -> list[UUID]:
        """Every file that is there, whole or not."""
        found = await self._store.list_with_delimiter_async()
        return [UUID(prefix) for prefix in found["common_prefixes"]]

    async def _put(self, file_id: UUID, number: int, chunk: bytes, *, is_last: bool) -> None:
        column = _place(number, is_last=is_last)
        sealed = seal(self._keyring, chunk, table=_TABLE, column=column, row_id=file_id)
        await self._store.put_async(_path(file_id, number), sealed, use_multipart=False)

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
