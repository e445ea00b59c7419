"""Deleting documents for good: what was removed, everything of an account, and files that nobody knows."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, select

from db.tables.documents import Document, DocumentPage, DocumentUpload
from db.values.documents import DocumentStatus
from services import audit
from services.documents.changing import WAY_BACK
from services.house import House
from services.storage.strays import delete_strays
from services.visitor import System

KEEPER = System("document keeper")
AT_ONCE = 100
"""So many documents a transaction: each is short, and nobody waits for it."""


async def delete_removed(house: House) -> None:
    """Delete what was removed longer ago than it can be taken back."""
    await _delete_where(house, col(Document.removed_at) < house.clock.now() - WAY_BACK)


async def delete_all_of(house: House, account_id: UUID) -> None:
    """Delete every document of an account, with no way back. For the deletion of the account itself."""
    await _delete_where(house, col(Document.account_id) == account_id)


async def delete_stray_files(house: House) -> None:
    """Delete the files that no row knows: what a process left behind that was killed in the middle of its work."""
    for files, table in ((house.documents, Document), (house.document_pages, DocumentPage)):
        await delete_strays(files, partial(_ids, house, table), now=house.clock.now())


async def _delete_where(house: House, which: ColumnElement[bool]) -> None:
    """Files go first, so that none is left without a row that knows it."""
    while ids := await _some(house, which):
        for document_id, _, page_ids in ids:
            for page_id in page_ids:
                await house.document_pages.delete(page_id)
            await house.documents.delete(document_id)
        async with house.transaction(KEEPER) as session:
            for document_id, owner_id, _ in ids:
                audit.record(
                    session,
                    KEEPER,
                    "document.deleted",
                    subject_table="document",
                    subject_id=document_id,
                    about=owner_id,
                )
            await session.exec(delete(Document).where(col(Document.id).in_([each for each, _, _ in ids])))


async def _some(house: House, which: ColumnElement[bool]) -> Sequence[tuple[UUID, UUID, list[UUID]]]:
    """The ids of a document, of its owner and of its pages."""
    async with house.transaction(KEEPER) as session:
        found = list(await session.exec(select(Document.id, Document.account_id).where(which).limit(AT_ONCE)))
        ids = [document_id for document_id, _ in found]
        query = select(DocumentPage.document_id, DocumentPage.id).where(col(DocumentPage.document_id).in_(ids))
        pages = list(await session.exec(query))
    return [(each, owner, [page_id for of, page_id in pages if of == each]) for each, owner in found]


async def _ids(house: House, table: type[Document] | type[DocumentPage]) -> set[UUID]:
    async with house.transaction(KEEPER) as session:
        if table is DocumentPage:
            return set(await session.exec(select(DocumentPage.id)))
        # What was refused has no file. The parts of a file that is on its way are its file already.
        taken = await session.exec(select(Document.id).where(Document.status != DocumentStatus.REFUSED))
        return {*taken, *await session.exec(select(DocumentUpload.id))}
