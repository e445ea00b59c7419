"""One part of a file on its way: checked, stored sealed, and counted.

Nothing is stored while a transaction is open. A claim on the row keeps everybody else away meanwhile: without it, a
slow part could come after its file was checked, and put something else in its place.
"""

import asyncio
import hashlib
from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from db.tables.documents import DocumentUpload
from services.documents.on_their_way import file_of, is_under_way, parts_of
from services.documents.receiving import refusal_of
from services.errors import Conflict, Invalid, NotFound, Unavailable
from services.file_reader.kinds import HEAD_BYTES, kind_of
from services.house import DbSession, House
from services.visitor import Person

STORED_WITHIN = timedelta(seconds=20)
_CLAIM_LASTS = STORED_WITHIN * 2


async def require_upload(house: House, person: Person, upload_id: UUID) -> None:
    """NotFound for an upload that is not theirs or over: its part need not be read."""
    async with house.transaction(person) as session:
        await _locked(session, person, upload_id)


async def take_part(house: House, person: Person, upload_id: UUID, number: int, data: bytes) -> int:
    """Store the next part: how many are here now. Of a kind that we don't take, the rest need not come.

    A part that is here already is fine. Conflict while another one is being stored, and for one out of turn. Invalid
    for another length, or another beginning than was offered. NotFound for what is not theirs or over. Unavailable.
    """
    async with house.transaction(person) as session:
        row = await _locked(session, person, upload_id)
        if number < row.parts_received:
            return row.parts_received
        _check(house, row, number, data)
        if number == 0 and kind_of(data[:HEAD_BYTES]) is None:
            row.kind, row.parts_received = refusal_of(data[:HEAD_BYTES]), parts_of(row.size_bytes)
            return row.parts_received
        row.claimed_until = house.clock.now() + _CLAIM_LASTS
        size = row.size_bytes
    is_stored = False
    try:
        async with asyncio.timeout(STORED_WITHIN.total_seconds()):
            await house.documents.put_part(upload_id, number, data, size=size)
        is_stored = True
    except ValueError:
        raise Invalid("files", "document.bad_part") from None
    except TimeoutError:
        raise Unavailable("document.part_not_stored") from None
    finally:
        received = await asyncio.shield(_note(house, person, upload_id, number, data, is_stored=is_stored))
    return received


def _check(house: House, row: DocumentUpload, number: int, data: bytes) -> None:
    if number > row.parts_received or (row.claimed_until and row.claimed_until > house.clock.now()):
        raise Conflict("document.part_out_of_turn")
    if number == 0 and hashlib.sha256(data).hexdigest() != file_of(house, row)["head"]:
        raise Invalid("files", "document.bad_part")


async def _note(house: House, person: Person, upload_id: UUID, number: int, data: bytes, *, is_stored: bool) -> int:
    async with house.transaction(person) as session:
        row = await _locked(session, person, upload_id)
        row.claimed_until = None
        if is_stored:
            row.parts_received = number + 1
        if is_stored and number == 0:
            row.kind = kind_of(data[:HEAD_BYTES]) or ""
        return row.parts_received


async def _locked(session: DbSession, person: Person, upload_id: UUID) -> DocumentUpload:
    query = select(DocumentUpload).where(DocumentUpload.id == upload_id, *is_under_way(session, person))
    if row := (await session.exec(query.with_for_update())).first():
        return row
    raise NotFound("document.gone")
