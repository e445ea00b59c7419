"""What a person does with a document on a page."""

from uuid import UUID

from services import policy
from services.documents import changing
from services.documents.listing import OwnDocument
from services.house import DbSession
from services.visitor import Person
from ui.actions import action


@action("document.place", policy.documents.CHANGE)
async def place_document(
    session: DbSession, visitor: Person, name: str, category: str, tax_year: str, *, document_id: UUID
) -> OwnDocument:
    """Call it something else, and move it."""
    return await changing.place_at(
        session, visitor, document_id=document_id, name=name, category=category, tax_year=tax_year
    )


@action("document.remove", policy.documents.CHANGE)
async def remove_document(session: DbSession, visitor: Person, *, document_id: UUID) -> OwnDocument:
    """Take it out of sight."""
    return await changing.remove(session, visitor, document_id=document_id)


@action("document.take_back", policy.documents.CHANGE)
async def take_document_back(session: DbSession, visitor: Person, *, document_id: UUID) -> OwnDocument:
    """Put it where it was."""
    return await changing.take_back(session, visitor, document_id=document_id)
