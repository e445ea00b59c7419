"""Inviting somebody by a letter to their address. It holds nothing of the customer but the name they sign with."""

from datetime import timedelta

from sqlmodel import col, func, select

from db.tables.customers.trust import TrustedAccess
from db.types import new_id
from services import audit, mail
from services.accounts import addresses, enrolment
from services.errors import Invalid
from services.house import DbSession
from services.seen import in_one_line
from services.tokens import hash_of, new_token
from services.trust import rows
from services.trust.wishes import LASTS, Wish
from services.visitor import Person
from services.words import moment

MOST_OPEN = 10
MOST_A_DAY = 10


async def invite(session: DbSession, person: Person, wish: Wish) -> None:
    """Write to the address of a wish without problems. Invalid('email') for one's own, one that has it, or too many."""
    house, address = session.house, addresses.checked(wish.email)
    await _check(session, person, address)
    token, now = new_token(), house.clock.now()
    row = TrustedAccess(
        id=new_id(),
        account_id=person.person_id,
        helper=wish.helper,
        rights=list(wish.rights),
        invited_sealed=b"",
        invited_index=addresses.index_of(house, address),
        signed_sealed=b"",
        token_hash=hash_of(token),
        invited_at=now,
        expires_at=now + LASTS[wish.days],
    )
    rows.put_words(house, row, invited=address, signed=in_one_line(wish.signed))
    session.add(row)
    audit.record(session, person, "trust.invited", subject_table="trusted_access", subject_id=row.id)
    values = {"name": in_one_line(wish.signed), "token": token, "until": moment(rows.answer_until(row))}
    await mail.post(session, person, to=address, template="trust_invitation", values=values)


async def _check(session: DbSession, person: Person, address: str) -> None:
    """One invitation of a customer at a time, so that two at once can't both be the tenth."""
    await session.one_at_a_time(f"trusted_access {person.person_id}")
    if (await enrolment.own_account(session, person)).address == address:
        raise Invalid("email", "trust.yourself")
    now = session.house.clock.now()
    theirs = select(TrustedAccess).where(TrustedAccess.account_id == person.person_id)
    there = list(await session.exec(theirs.where(col(TrustedAccess.ended_at).is_(None))))
    going_on = [row for row in there if rows.state_of(row, now) in {rows.State.WAITING, rows.State.OPEN}]
    if {row.invited_index for row in going_on}.intersection(addresses.indexes_of(session.house, address)):
        raise Invalid("email", "trust.there_already")
    if len(going_on) >= MOST_OPEN:
        raise Invalid("email", "trust.too_many")
    today = select(func.count()).select_from(TrustedAccess).where(TrustedAccess.account_id == person.person_id)
    written = (await session.exec(today.where(col(TrustedAccess.invited_at) > now - timedelta(days=1)))).one()
    if written >= MOST_A_DAY:
        raise Invalid("email", "trust.too_often")
