"""What a person does with a document: name it, move it, remove it, take it back; and clear what was not taken."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from db.tables.documents import Document
from db.values.documents import DocumentStatus
from services import audit
from services.documents.listing import OwnDocument, news_of, opened_for_owner, seen
from services.documents.names import LONGEST_NAME, sealed_name
from services.documents.reach import document_of, document_to_see
from services.documents.receiving import category_of, year_of
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.seen import in_one_line
from services.trust.helping import note_use
from services.visitor import Person

WAY_BACK = timedelta(days=30)
"""So long, what was removed can be taken back. Then it is deleted."""
_TAKE_OFF = text("select app_take_off_the_list(:id, :at)")


async def place_at(
    session: DbSession, person: Person, *, document_id: UUID, name: str, category: str, tax_year: str
) -> OwnDocument:
    """Call a document so, and put it there. Invalid for what can't be its name, category or year."""
    row = await document_of(session, person, document_id)
    name = in_one_line(name)
    if not name:
        raise Invalid("name", "document.name_missing")
    if len(name) > LONGEST_NAME:
        raise Invalid("name", "document.name_too_long")
    row.name_sealed = sealed_name(session.house, name, row.id)
    row.category, row.tax_year = category_of(category), year_of(session, tax_year)
    return await _changed(session, person, row)


async def remove(session: DbSession, person: Person, *, document_id: UUID) -> OwnDocument:
    """Take a document out of sight. It is deleted after WAY_BACK."""
    row = await document_of(session, person, document_id)
    row.removed_at = row.removed_at or session.house.clock.now()
    audit.record(session, person, "document.removed", subject_table="document", subject_id=row.id, about=row.account_id)
    return await _changed(session, person, row)


async def take_back(session: DbSession, person: Person, *, document_id: UUID) -> OwnDocument:
    """Put a document that was removed where it was. NotFound if its time is over."""
    row = await document_of(session, person, document_id)
    row.removed_at = None
    audit.record(
        session, person, "document.taken_back", subject_table="document", subject_id=row.id, about=row.account_id
    )
    return await _changed(session, person, row)


async def take_off_the_list(session: DbSession, person: Person, *, document_id: UUID) -> OwnDocument:
    """Say no more that a file was not taken, neither to its owner nor to who sent it for them: both may do this.

    NotFound for what was taken, and for whoever else asks.
    """
    row, customer = await document_to_see(session, person, document_id)
    if row.status != DocumentStatus.REFUSED:
        raise NotFound("document.gone")
    at = row.removed_at or session.house.clock.now()
    if customer:
        await note_use(session, customer)
    await (await session.connection()).execute(_TAKE_OFF, {"id": row.id, "at": at})
    audit.record(
        session,
        person,
        "document.off_the_list",
        subject_table="document",
        subject_id=row.id,
        about=row.account_id,
        reason="trusted" if customer else None,
    )
    session.tell(news_of(row.account_id), b"")
    return replace(seen(session.house, row), removed_at=at)


async def _changed(session: DbSession, person: Person, row: Document) -> OwnDocument:
    session.tell(news_of(person.person_id), b"")
    [document] = await opened_for_owner(session, person, [row])
    return document
