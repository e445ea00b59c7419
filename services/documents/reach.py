"""Who reaches which document. The one place for it, together with db/security/documents.sql and trust.sql.

It is the person whose account it belongs to, and whoever that one trusts with documents now. Staff who are assigned to
a customer would get their right here.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from db.tables.customers.trust import TrustedAccess
from db.tables.documents import Document
from db.values.documents import DocumentStatus
from db.values.trust import Right
from services import audit
from services.errors import NotFound
from services.house import DbSession
from services.trust import rows
from services.trust.helping import Helping, helping, note_use
from services.visitor import Person


async def documents_of(session: DbSession, person: Person) -> list[Document]:
    """Every document of the person's own, removed ones too, the newest first."""
    query = select(Document).where(_own(person)).order_by(col(Document.id).desc())
    return list((await session.exec(query)).all())


async def document_of(session: DbSession, person: Person, document_id: UUID) -> Document:
    """One of their own. NotFound for none, and for somebody else's."""
    query = select(Document).where(Document.id == document_id, _own(person))
    if row := (await session.exec(query)).first():
        return row
    raise NotFound("document.gone")


async def document_to_see(
    session: DbSession, person: Person, document_id: UUID, *, act: str = ""
) -> tuple[Document, Helping | None]:
    """One of their own, or of a customer who trusts them with it; then with whom, and `act` is recorded. NotFound."""
    query = select(Document).where(Document.id == document_id)
    row = (await session.exec(query)).first()
    if row is not None and row.account_id == person.person_id:
        return row, None
    if row is None or row.removed_at or (row.status == DocumentStatus.REFUSED and row.sent_by != person.person_id):
        raise NotFound("document.gone")
    customer = await trusting(session, person, TrustedAccess.account_id == row.account_id)
    if act:
        await _note(session, person, customer, act, row.id)
    return row, customer


async def documents_of_customer(
    session: DbSession, person: Person, access_id: UUID, *, is_recorded: bool = True
) -> tuple[list[Document], Helping]:
    """What a customer lets this person see, the newest first; of what was not taken, what they sent. NotFound."""
    customer = await trusting(session, person, TrustedAccess.id == access_id)
    is_taken_or_theirs = or_(col(Document.status) != DocumentStatus.REFUSED, col(Document.sent_by) == person.person_id)
    there = (col(Document.removed_at).is_(None), is_taken_or_theirs)
    query = select(Document).where(Document.account_id == customer.customer_id, *there)
    if is_recorded:
        await _note(session, person, customer, "document.listed", None)
    return list(await session.exec(query.order_by(col(Document.id).desc()))), customer


async def trusting(
    session: DbSession, person: Person, which: ColumnElement[bool] | bool, *, right: Right = Right.SEE_DOCUMENTS
) -> Helping:
    """The customer of this access, who trusts the person with documents now. NotFound otherwise."""
    query = select(TrustedAccess).where(
        which,
        TrustedAccess.trusted_id == person.person_id,
        col(TrustedAccess.rights).contains([right]),
        *rows.open_at(session.house.clock.now()),
    )
    if row := (await session.exec(query)).first():
        return helping(session, row)
    raise NotFound("document.gone")


async def owner_for(session: DbSession, person: Person, access_id: UUID | None) -> UUID:
    """Into whose documents a person adds some: their own, or those of a customer who lets them. NotFound otherwise."""
    if access_id is None:
        return person.person_id
    customer = await trusting(session, person, TrustedAccess.id == access_id, right=Right.ADD_DOCUMENTS)
    await note_use(session, customer)
    return customer.customer_id


async def _note(session: DbSession, person: Person, customer: Helping, act: str, document_id: UUID | None) -> None:
    await note_use(session, customer)
    audit.record(
        session,
        person,
        act,
        subject_table="document",
        subject_id=document_id,
        about=customer.customer_id,
        reason="trusted",
    )


def _own(person: Person) -> ColumnElement[bool]:
    return col(Document.account_id) == person.person_id
