"""People with documents."""

from uuid import UUID

from db.types import new_id
from services.documents import listing, receiving
from services.documents.listing import OwnDocument, Paper
from services.documents.receiving import Arrived, IncomingDocument
from services.house import House
from services.jobs.check_document import check_document
from services.visitor import Person
from tests.services.file_reader.papers import a_pdf

PDF = a_pdf("Wages 31200", "Page two")


async def arrived(house: House, content: bytes, name: str) -> Arrived:
    """A file that has come in whole."""
    async with house.documents.writing(new_id()) as file:
        incoming = IncomingDocument(file, name, most_bytes=house.settings.largest_document_mb * 1_000_000)
        for start in range(0, len(content), 100_000):
            await incoming.take(content[start : start + 100_000])
        found = await incoming.finish()
        if not found.refusal:
            file.keep()
    return found


async def received(
    house: House,
    person: Person,
    content: bytes = PDF,
    *,
    name: str = "w2.pdf",
    category: str = "w2",
    year: str = "2025",
) -> UUID:
    """A document that is not checked yet."""
    found = await arrived(house, content, name)
    async with house.transaction(person) as session:
        return await receiving.receive(session, person, found, category=category, tax_year=year)


async def checked(house: House, person: Person, content: bytes = PDF, *, name: str = "w2.pdf") -> UUID:
    """A document that the job has looked into."""
    document_id = await received(house, person, content, name=name)
    await check_document.work(house, document_id=str(document_id))
    return document_id


async def seen(house: House, person: Person, document_id: UUID) -> tuple[OwnDocument, list[Paper]]:
    """What the person sees of it."""
    async with house.transaction(person) as session:
        return await listing.document_at(session, person, document_id=document_id)
