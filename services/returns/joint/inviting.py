"""Inviting the other person of a joint return. The letter holds nothing of the return but the name of who signs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from db.tables.returns import JointInvitation
from db.types import new_id
from services import audit, mail
from services.accounts import addresses, enrolment
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.returns import store
from services.returns.joint import rows
from services.returns.joint.who import fellow_name, own_name
from services.returns.store import Reached
from services.seen import in_one_line
from services.tokens import hash_of, new_token
from services.visitor import Person

ACCEPTED_WITHIN = timedelta(days=7)
"""So long, the link in the letter is good. The letter and the pages say so too."""
MOST_A_DAY = 5


@dataclass(frozen=True, slots=True)
class Together:
    """How far two people are with one return. `invited` is the address that we wrote to, while that can be answered.

    `you` and `as_spouse` are as in an Estimate; `fellow` is what the other one is called.
    """

    return_id: UUID
    tax_year: int
    is_joint: bool
    as_spouse: bool
    you: str
    fellow: str
    invited: str = ""
    until: datetime | None = None

    @property
    def is_shared(self) -> bool:
        """Whether two people hold it."""
        return bool(self.you)


async def together(session: DbSession, person: Person, *, tax_year: int, return_id: UUID | None = None) -> Together:
    """The person's return of this year, or the one asked for. NotFound for a stranger's and a missing one alike."""
    own = await store.one_of_year(session, person, tax_year=tax_year, return_id=return_id)
    waiting = (await _waiting(session, own.row.id))[:1]
    return Together(
        own.row.id,
        tax_year,
        store.answers_in(session, own).is_joint,
        own.as_spouse,
        await own_name(session, person, own.row.id),
        await fellow_name(session, own.row.id),
        rows.invited_of(session.house, waiting[0]) if waiting else "",
        waiting[0].expires_at if waiting else None,
    )


async def invite(session: DbSession, person: Person, *, return_id: UUID, email: str, signed: str) -> None:
    """Write to the other person; an earlier invitation is over then. Invalid('email') for what can't be."""
    house, address = session.house, addresses.checked(email)
    own = await store.one_of(session, person, return_id, locked=True)
    if own is None:
        raise NotFound
    await _check(session, person, own, address)
    await take_back(session, person, return_id=return_id)
    token, now = new_token(), house.clock.now()
    row = JointInvitation(
        id=new_id(),
        return_id=return_id,
        account_id=person.person_id,
        invited_sealed=b"",
        invited_index=addresses.index_of(house, address),
        signed_sealed=b"",
        token_hash=hash_of(token),
        invited_at=now,
        expires_at=now + ACCEPTED_WITHIN,
    )
    rows.put_words(house, row, invited=address, signed=in_one_line(signed))
    session.add(row)
    audit.record(session, person, "joint.invited", subject_table="tax_return", subject_id=return_id)
    values = {"name": in_one_line(signed), "token": token}
    await mail.post(session, person, to=address, template="joint_invitation", values=values)


async def take_back(session: DbSession, person: Person, *, return_id: UUID) -> None:
    """Nobody can accept what this person has offered any more. Done twice, nothing happens the second time."""
    for row in await _waiting(session, return_id):
        if row.account_id == person.person_id:
            row.token_hash = None
    await session.flush()


async def _waiting(session: DbSession, return_id: UUID) -> list[JointInvitation]:
    of_return = select(JointInvitation).where(JointInvitation.return_id == return_id)
    return list(await session.exec(of_return.where(*rows.waiting_at(session.house.clock.now()))))


async def _check(session: DbSession, person: Person, own: Reached, address: str) -> None:
    if not store.answers_in(session, own).is_joint:
        raise Invalid("email", "joint.other_status")
    if await rows.is_shared(session, own.row.id):
        raise Invalid("email", "joint.two_already")
    if (await enrolment.own_account(session, person)).address == address:
        raise Invalid("email", "joint.yourself")
    theirs = select(func.count()).select_from(JointInvitation).where(JointInvitation.account_id == person.person_id)
    a_day_ago = session.house.clock.now() - timedelta(days=1)
    if (await session.exec(theirs.where(col(JointInvitation.invited_at) > a_day_ago))).one() >= MOST_A_DAY:
        raise Invalid("email", "joint.too_often")
