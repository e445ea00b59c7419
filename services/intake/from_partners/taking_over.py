"""A person takes over what a partner registered of them. Looking changes nothing; a press does, in their account."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import select

from db.tables.outside.partners import PartnerClient
from db.tables.people import Account
from services import audit, preferences
from services.accounts import addresses
from services.errors import NotAllowed, NotFound
from services.house import DbSession, House
from services.intake import interpreters, keeping
from services.intake.answers import Needs
from services.intake.from_partners.registration import Registration
from services.intake.who import profile
from services.sealing import open_sealed
from services.tokens import hash_of
from services.visitor import Person, System, Visitor

DESK = System("intake desk")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a partner registered. `is_theirs` is whether who looks is signed in with the registered address."""

    partner: str
    registration: Registration
    needs: Needs | None
    until: datetime
    is_theirs: bool


async def look(house: House, visitor: Visitor, *, token: str) -> Offer:
    """The registration of this link. NotFound if it was taken over, deleted, is too old, or never was."""
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        registration = Registration.model_validate_json(_opened(session, row, "registration_sealed"))
        needs = Needs.model_validate_json(_opened(session, row, "needs_sealed")) if row.needs_sealed else None
    is_theirs = isinstance(visitor, Person) and await _has_address(house, visitor, row.email_index)
    return Offer(row.partner, registration, needs, row.expires_at, is_theirs)


async def accept(house: House, person: Person, *, token: str) -> None:
    """Take it over, where the person has not answered themselves. NotFound as above; NotAllowed for another account.

    It is kept in the account first and deleted then: stopped in between, the link still works, and does the same again.
    """
    offer = await look(house, person, token=token)
    if not offer.is_theirs:
        raise NotAllowed("intake.offer.other_address")
    async with house.transaction(person) as session:
        await _keep(session, person, offer)
    await _end(house, token=token, act="partner_client.taken_over")


async def decline(house: House, *, token: str) -> None:
    """Delete it. Whoever holds the letter can do so, without an account. NotFound as above."""
    await _end(house, token=token, act="partner_client.declined")


async def _keep(session: DbSession, person: Person, offer: Offer) -> None:
    registration = offer.registration
    mine = await preferences.of_account(session, person.person_id)
    if not mine.has_chosen_talk:
        talk = {"talk": str(registration.communication_preference)}
        await preferences.keep(session, person.person_id, preferences.chosen(mine, talk))
    if registration.wish and not await interpreters.own_steps(session, person):
        await interpreters.wish(session, person, registration.wish)
    if not (told := await profile.own(session, person)).name:
        await profile.save(session, person, replace(told, name=registration.full_name))
    if offer.needs:
        own = await keeping.own(session, person, Needs)
        own = own.model_copy(update={"history": own.history or None})  # a box that was left empty tells nothing
        await keeping.save(session, person, own.over(offer.needs))


async def _end(house: House, *, token: str, act: str) -> None:
    async with house.transaction(DESK) as session:
        row = await _waiting(session, token)
        await session.delete(row)
        audit.record(session, DESK, act, subject_table="partner_client", subject_id=row.id)


async def _waiting(session: DbSession, token: str) -> PartnerClient:
    row = (await session.exec(select(PartnerClient).where(PartnerClient.token_hash == hash_of(token)))).first()
    if row is None or row.expires_at <= session.house.clock.now():
        raise NotFound("intake.offer.over")
    return row


async def _has_address(house: House, person: Person, index: bytes) -> bool:
    async with house.transaction(person) as session:
        return addresses.has(await session.get_one(Account, person.person_id), index)


def _opened(session: DbSession, row: PartnerClient, column: str) -> bytes:
    sealed = getattr(row, column)
    return open_sealed(session.house.keyring, sealed, table="partner_client", column=column, row_id=row.id)
