"""The customer's list: whom they trust, with what, until when, and when it was used. They change it and end it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.customers.trust import TrustedAccess
from db.values.trust import Helper, Right, TrustEnd
from services import audit
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.trust import ending, rows
from services.trust.rows import State
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Access:
    """One trusted person as the customer sees them. `trusted_id` is their account, once they have accepted."""

    id: UUID
    address: str
    helper: Helper
    rights: tuple[Right, ...]
    state: State
    until: datetime
    answer_until: datetime
    last_used_at: datetime | None
    ended_at: datetime | None
    ended_by: TrustEnd | None
    trusted_id: UUID | None


async def accesses(session: DbSession, person: Person) -> list[Access]:
    """All that this customer gave, the newest first; also what ended, as long as it is kept."""
    query = select(TrustedAccess).where(TrustedAccess.account_id == person.person_id)
    found = await session.exec(query.order_by(col(TrustedAccess.invited_at).desc(), col(TrustedAccess.id).desc()))
    return [_access(session, row) for row in found]


async def addresses_of_trusted(session: DbSession, person: Person) -> dict[UUID, str]:
    """The address of each account that this customer has ever trusted, as long as that is kept."""
    query = select(TrustedAccess).where(
        TrustedAccess.account_id == person.person_id, col(TrustedAccess.trusted_id).is_not(None)
    )
    return {row.trusted_id: rows.invited_of(session.house, row) for row in await session.exec(query) if row.trusted_id}


async def change_rights(session: DbSession, person: Person, rights: Collection[Right], *, access_id: UUID) -> Access:
    """Let them see or do this and nothing else, from now on. Invalid for no right; NotFound for what is over."""
    row = await _own(session, person, access_id)
    if not rights:
        raise Invalid("estimates", "trust.no_right")
    row.rights = [right for right in Right if right in rights]
    audit.record(session, person, "trust.changed", subject_table="trusted_access", subject_id=row.id)
    session.tell(ending.news_of(row.id), b"changed")
    await session.flush()
    return _access(session, row)


async def end(session: DbSession, person: Person, *, access_id: UUID) -> Access:
    """End an access or take an invitation back, at once. NotFound if it is over already."""
    row = await _own(session, person, access_id)
    await ending.end(session, person, row, by=TrustEnd.CUSTOMER)
    return _access(session, row)


async def _own(session: DbSession, person: Person, access_id: UUID) -> TrustedAccess:
    query = select(TrustedAccess).where(TrustedAccess.account_id == person.person_id, TrustedAccess.id == access_id)
    row = (await session.exec(query.with_for_update())).first()
    if row is None or rows.state_of(row, session.house.clock.now()) not in {State.WAITING, State.OPEN}:
        raise NotFound("trust.gone")
    return row


def _access(session: DbSession, row: TrustedAccess) -> Access:
    house = session.house
    return Access(
        id=row.id,
        address=rows.invited_of(house, row),
        helper=Helper(row.helper),
        rights=tuple(Right(each) for each in row.rights),
        state=rows.state_of(row, house.clock.now()),
        until=row.expires_at,
        answer_until=rows.answer_until(row),
        last_used_at=row.last_used_at,
        ended_at=row.ended_at,
        ended_by=TrustEnd(row.ended_by) if row.ended_by else None,
        trusted_id=row.trusted_id,
    )
