"""Answering an invitation into a joint return. Looking at it changes nothing: mail scanners follow links, too."""

from dataclasses import dataclass

from sqlmodel import select

from db.tables.people import Account
from db.tables.returns import JointInvitation, ReturnMember
from services import audit, mail
from services.accounts import addresses
from services.errors import NotAllowed, NotFound
from services.house import DbSession, House
from services.returns.joint import rows
from services.returns.joint.rows import DESK
from services.tokens import hash_of
from services.visitor import Person, Visitor

MOST_MEMBERS = 2


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation says. `is_theirs` is whether who looks at it is signed in with the invited address."""

    name: str
    address: str
    is_theirs: bool


async def look(house: House, visitor: Visitor, *, token: str) -> Invitation:
    """The invitation of this link. NotFound if it was answered, taken back, is too old, or never was."""
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        is_theirs = await addresses.is_for(session, visitor, row.invited_index, by=row.account_id)
        return Invitation(rows.signed_of(house, row), rows.invited_of(house, row), is_theirs)


async def accept(house: House, person: Person, *, token: str) -> None:
    """Make the account of the invited address the spouse of who invites, or the taxpayer where that one is the spouse.

    NotFound as above; NotAllowed for any other account.
    """
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        if not await addresses.is_for(session, person, row.invited_index, by=row.account_id):
            raise NotAllowed("joint.other_address")
        there = list(await session.exec(select(ReturnMember).where(ReturnMember.return_id == row.return_id)))
        if len(there) >= MOST_MEMBERS:
            raise NotFound("joint.link_over")
        is_spouse = not any(each.is_spouse for each in there)
        session.add(ReturnMember(return_id=row.return_id, account_id=person.person_id, is_spouse=is_spouse))
        await session.flush()
        row.token_hash = None
        audit.record(session, DESK, "joint.joined", subject_table="tax_return", subject_id=row.return_id)
        await _tell(session, row)


async def decline(house: House, *, token: str) -> None:
    """Say no. Whoever holds the letter can do so, without an account, and nobody is told. NotFound as above."""
    async with house.transaction(DESK) as session:
        (await _waiting(session, token)).token_hash = None
        await session.flush()


async def _waiting(session: DbSession, token: str) -> JointInvitation:
    query = select(JointInvitation).where(JointInvitation.token_hash == hash_of(token))
    query = query.where(*rows.waiting_at(session.house.clock.now()))
    row = (await session.exec(query.with_for_update())).first()
    if row is None:
        raise NotFound("joint.link_over")
    return row


async def _tell(session: DbSession, row: JointInvitation) -> None:
    """Who invited reads that it was accepted: from now on, another person sees and changes their return."""
    account = await session.get_one(Account, row.account_id)
    if not account.is_demo:
        to, who = addresses.address_of(session.house, account), rows.invited_of(session.house, row)
        await mail.post(session, DESK, to=to, template="joint_accepted", values={"who": who})
