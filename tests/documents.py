"""Documents of somebody at a browser, as the worker would have checked them."""

from uuid import UUID

from sqlmodel import select

from db.tables.documents import Document
from services.documents import checking
from services.documents.checking import CHECKER
from tests.api.sending_documents import send_documents
from tests.app import App, Somebody
from tests.services.documents.having import PDF

__all__ = ["PDF", "checked_documents", "only_document"]


async def checked_documents(app: App, somebody: Somebody, *, check: bool = True) -> list[UUID]:
    """The ids that stand on the page of somebody's documents, after all that wait were checked."""
    page = (await somebody.http_client.get("/documents")).text
    async with app.house.transaction(CHECKER) as session:
        every = [each for each in await session.exec(select(Document.id)) if f"/documents/{each}" in page]
    for each in every:
        if check:
            await checking.check(app.house, each)
    return every


async def only_document(app: App, somebody: Somebody, name: str = "w2.pdf") -> UUID:
    """A PDF of two pages that somebody has sent, checked."""
    await send_documents(somebody, (name, PDF))
    [document_id] = await checked_documents(app, somebody)
    return document_id
