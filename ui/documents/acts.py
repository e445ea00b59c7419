"""What a person does with a document on a page."""

from collections.abc import Callable
from uuid import UUID

from components.button import Press
from services import policy
from services.documents import changing, on_their_way
from services.documents.listing import OwnDocument
from services.house import DbSession, House
from services.visitor import Person
from ui.actions import Action, action
from ui.documents.not_taken import Act
from ui.documents.not_whole import GiveUp
from ui.guards import Visit


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


@action("document.take_off_the_list", policy.documents.CHANGE)
async def take_off_the_list(session: DbSession, visitor: Person, *, document_id: UUID) -> OwnDocument:
    """Say no more that it was not taken."""
    return await changing.take_off_the_list(session, visitor, document_id=document_id)


@action("document.give_up", policy.documents.CHANGE)
async def give_up_upload(session: DbSession, visitor: Person, *, upload_id: UUID) -> UUID:
    """Do not go on with a file that broke off."""
    return await on_their_way.give_up(session, visitor, upload_id=upload_id)


def giving_up(house: House, visit: Visit) -> GiveUp:
    """What a list calls to give up one of the files that broke off."""

    def one(upload_id: UUID, then: Callable[[UUID], None]) -> Press:
        return give_up_upload.by(house, visit, then=then, upload_id=upload_id)

    return one


def doing(wanted: Action[..., OwnDocument], house: House, visit: Visit) -> Act:
    """What a list calls to do this to one of its documents."""

    def to_one(document_id: UUID, then: Callable[[OwnDocument], None]) -> Press:
        return wanted.by(house, visit, then=then, document_id=document_id)

    return to_one
