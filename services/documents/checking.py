"""Looking into a document before its owner sees it: is it what it seems, is it safe, and what is on its pages."""

from collections.abc import AsyncIterator
from uuid import UUID

from sqlmodel import select

from db.tables.documents import Document, DocumentPage
from db.types import new_id
from db.values.documents import DocumentRefusal, DocumentStatus
from services import audit
from services.documents.listing import news_of
from services.file_reader import Page, Refused, pages_of
from services.house import DbSession, House
from services.sealing import Unsealable, seal
from services.visitor import System

CHECKER = System("document checker")


async def check(house: House, document_id: UUID) -> None:
    """Check a document that waits; one that does not is left alone. Its pages are drawn and stored sealed.

    Two can check the same one: the first to write it down decides. Raises Unavailable while the virus check is away:
    the document waits. Unsealable for a file that is not what was stored.
    """
    async with house.transaction(CHECKER) as session:
        document = await _waiting(session, document_id)
    if document is None:
        return
    rows: list[DocumentPage] = []
    is_accepted = False
    try:
        async for page in _pages(house, document):
            rows.append(await _kept(house, document_id, len(rows) + 1, page))
        is_accepted = await _accept(house, document_id, rows)
    except Refused as problem:
        await _refuse(house, document_id, problem.why)
    except Unsealable:
        if await _still_waits(house, document_id):  # else its file went because another check refused it
            raise
    if not is_accepted:
        for row in rows:
            await house.document_pages.delete(row.id)


async def _pages(house: House, document: Document) -> AsyncIterator[Page]:
    """Every page of a file in which no virus was found. Raises Refused."""
    if not await house.providers.virus_check.is_clean(house.documents.reading(document.id, size=document.size_bytes)):
        raise Refused(DocumentRefusal.VIRUS)
    async for page in pages_of(house.documents.reading(document.id, size=document.size_bytes)):
        yield page


async def _accept(house: House, document_id: UUID, rows: list[DocumentPage]) -> bool:
    """Write the pages down, unless the document was checked meanwhile or is gone."""
    async with house.transaction(CHECKER) as session:
        row = await _waiting(session, document_id)
        if row is None:
            return False
        row.status = DocumentStatus.CHECKED
        session.add_all(rows)
        _tell(session, row, "document.checked")
    return True


async def _refuse(house: House, document_id: UUID, why: DocumentRefusal) -> None:
    """Say why it was not taken, and only then let go of what came: no document waits without a file.

    A file that could not be deleted goes with the strays (services/documents/keeping.py).
    """
    async with house.transaction(CHECKER) as session:
        row = await _waiting(session, document_id)
        if row is None:
            return
        row.status, row.refusal = DocumentStatus.REFUSED, why
        _tell(session, row, "document.refused")
    await house.documents.delete(document_id)


async def _kept(house: House, document_id: UUID, number: int, page: Page) -> DocumentPage:
    row_id = new_id()
    async with house.document_pages.writing(row_id) as file:
        await file.write(page.picture)
        await file.finish()
        file.keep()  # what no row knows in the end is cleared by services/documents/keeping.py
    place = {"table": "document_page", "column": "text_sealed"}
    sealed = seal(house.keyring, page.text, row_id=row_id, **place) if page.text.strip() else None
    return DocumentPage(
        id=row_id,
        document_id=document_id,
        number=number,
        width=page.width,
        height=page.height,
        size_bytes=len(page.picture),
        text_sealed=sealed,
    )


async def _still_waits(house: House, document_id: UUID) -> bool:
    async with house.transaction(CHECKER) as session:
        return await _waiting(session, document_id) is not None


async def _waiting(session: DbSession, document_id: UUID) -> Document | None:
    query = select(Document).where(Document.id == document_id, Document.status == DocumentStatus.WAITING)
    return (await session.exec(query.with_for_update())).first()


def _tell(session: DbSession, row: Document, act: str) -> None:
    audit.record(session, CHECKER, act, subject_table="document", subject_id=row.id, about=row.account_id)
    session.tell(news_of(row.account_id), b"")
