"""The consents that a person gave: read again, withdrawn at once, and asked for by whatever leans on one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from db.tables.customers.privacy import Consent as ConsentRow
from db.values.consents import ConsentPurpose
from services import audit, policy
from services.errors import NotAllowed, NotFound
from services.house import DbSession
from services.sealing import open_sealed
from services.visitor import Person, Visitor

_WITHDRAW = text("select app_withdraw_consent(:id)")


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent as its person sees it: all that they read and signed, and whether it holds now."""

    id: UUID
    purpose: ConsentPurpose
    recipient: str
    words: str
    signed: str
    signed_on: date
    given_at: datetime
    ends_at: datetime
    withdrawn_at: datetime | None
    holds: bool

    @property
    def title(self) -> str:
        """Its first line."""
        return self.words.partition("\n")[0]


async def given(session: DbSession, person: Person) -> list[Consent]:
    """Every consent that this person ever gave, the newest first."""
    policy.privacy.GIVE_CONSENT.require(person)
    query = select(ConsentRow).where(ConsentRow.account_id == person.person_id)
    found = await session.exec(query.order_by(col(ConsentRow.given_at).desc(), col(ConsentRow.id).desc()))
    return [_consent(session, row) for row in found]


async def withdraw(session: DbSession, person: Person, *, consent_id: UUID) -> Consent:
    """End a consent now. NotFound for what is not theirs, and for what has ended already."""
    policy.privacy.GIVE_CONSENT.require(person)
    query = select(ConsentRow).where(ConsentRow.account_id == person.person_id, ConsentRow.id == consent_id)
    row = (await session.exec(query)).first()
    if row is None or not _holds(session, row):
        raise NotFound("consent.over")
    await (await session.connection()).execute(_WITHDRAW, {"id": consent_id})
    await session.refresh(row)
    audit.record(session, person, "consent.withdrawn", subject_table="consent", subject_id=row.id)
    return _consent(session, row)


async def require(session: DbSession, visitor: Visitor, purpose: ConsentPurpose, *, recipient: str = "") -> None:
    """Raise NotAllowed unless this person allows this use of their own answers now, for this recipient.

    Of a joint return each member's consent is needed: ask once for each of them.
    """
    theirs = await given(session, visitor) if isinstance(visitor, Person) else []
    if not any(each.holds and (each.purpose, each.recipient) == (purpose, recipient) for each in theirs):
        raise NotAllowed("consent.needed")


def _holds(session: DbSession, row: ConsentRow) -> bool:
    return row.withdrawn_at is None and session.house.clock.now() < row.ends_at


def _consent(session: DbSession, row: ConsentRow) -> Consent:
    return Consent(
        id=row.id,
        purpose=ConsentPurpose(row.purpose),
        recipient=row.recipient,
        words=_opened(session, row, "words_sealed"),
        signed=_opened(session, row, "signed_sealed"),
        signed_on=row.signed_on,
        given_at=row.given_at,
        ends_at=row.ends_at,
        withdrawn_at=row.withdrawn_at,
        holds=_holds(session, row),
    )


def _opened(session: DbSession, row: ConsentRow, column: str) -> str:
    sealed: bytes = getattr(row, column)
    return open_sealed(session.house.keyring, sealed, table="consent", column=column, row_id=row.id).decode()
