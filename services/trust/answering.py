"""Answering an invitation. Looking at it changes nothing, because mail scanners follow links; a press uses it up."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from db.tables.customers.trust import TrustedAccess
from db.values.trust import Right, TrustEnd
from services import audit
from services.accounts import addresses
from services.errors import NotAllowed, NotFound
from services.house import DbSession, House
from services.tokens import hash_of
from services.trust import ending, letters, rows
from services.trust.rows import DESK
from services.visitor import Person, Visitor


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation says. `is_theirs` is whether who looks at it is signed in with the invited address."""

    name: str
    address: str
    rights: tuple[Right, ...]
    until: datetime
    is_theirs: bool


async def look(house: House, visitor: Visitor, *, token: str) -> Invitation:
    """The invitation of this link. NotFound if it was answered, ended, is too old, or never was."""
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        return Invitation(
            rows.signed_of(house, row),
            rows.invited_of(house, row),
            tuple(Right(each) for each in row.rights),
            row.expires_at,
            await addresses.is_for(session, visitor, row.invited_index, by=row.account_id),
        )


async def accept(house: House, person: Person, *, token: str) -> None:
    """Open the access to the account of the invited address. NotFound as above; NotAllowed for any other account."""
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        if not await addresses.is_for(session, person, row.invited_index, by=row.account_id):
            raise NotAllowed("trust.other_address")
        row.trusted_id, row.accepted_at, row.token_hash = person.person_id, house.clock.now(), None
        audit.record(session, DESK, "trust.accepted", subject_table="trusted_access", subject_id=row.id)
        await letters.tell(session, DESK, row, template="trust_accepted")


async def decline(house: House, *, token: str) -> None:
    """Say no. Whoever holds the letter can do so, without an account. NotFound as above."""
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        await ending.end(session, DESK, row, by=TrustEnd.DECLINED)


async def _waiting(session: DbSession, token: str) -> TrustedAccess:
    query = select(TrustedAccess).where(TrustedAccess.token_hash == hash_of(token)).with_for_update()
    row = (await session.exec(query)).first()
    if row is None or rows.state_of(row, session.house.clock.now()) is not rows.State.WAITING:
        raise NotFound("trust.link_over")
    return row
