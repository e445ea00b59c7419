"""The key that finds people by their address is changed while they sign in, get letters, trust and are helped."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import LargeBinary, text
from sqlmodel import col, select

from db.engine import libpq_url
from db.tables import metadata
from db.tables.customers.profiles import NameWord
from db.tables.people import Account
from db.tables.ways_in.organisations import OrganisationLink
from db.types import new_id
from db.values.accounts import LinkPurpose
from db.values.people import Role
from services.accounts import enrolment
from services.accounts.enrolment import DOOR
from services.accounts.links import opening
from services.accounts.organisations import links
from services.accounts.recovery import facts
from services.clock import FixedClock
from services.errors import Conflict, Invalid
from services.house import House
from services.intake.from_partners import registering, taking_over
from services.intake.from_partners.registration import read_registration
from services.intake.who import profile
from services.intake.who.name_words import hashes_of
from services.intake.who.profile import Profile
from services.partners import keys
from services.privacy import leaving, letters
from services.privacy.deleting import delete_due_accounts
from services.providers.organisations import Identity
from services.returns.answering import save_answer
from services.returns.joint import answering as joint_answering
from services.returns.joint import inviting as joint_inviting
from services.sealing.__main__ import said_of_indexes
from services.sealing.index_columns import EVERY_INDEX_COLUMN
from services.sealing.index_rotation import Findable, rotate_indexes
from services.sealing.reindexing import names_in
from services.sealing.walking import AT_ONCE, ROTATOR
from services.sharing import shared_for
from services.trust import answering, inviting
from services.visitor import Partner, Person
from tests.factories import PASSWORD, a_person, an_address, an_estimate
from tests.letters import token_in
from tests.services.accounts.links.letters import token_for
from tests.services.accounts.recovery.asking import asked
from tests.services.feedback.mailroom import letters_of
from tests.services.sealing.conftest import NEW, OLD, HouseWith
from tests.services.trust.trusting import invited, real_person, wish_for

BARE = OLD.removeprefix("old:")
"""The one key of a release in which it had no name."""
SECOND = NEW.replace("new:", "i2:")
REGISTRATION = {"full_name": "Rosa Diaz", "communication_preference": "VRI"}


@dataclass(frozen=True, slots=True)
class Known:
    """Maria, and everything that finds her by her address: made before the key is changed."""

    maria: Person
    address: str
    link: str
    james: Person
    invitation: str
    partner: Partner
    client_id: UUID
    offer: str
    request_id: UUID
    dana: Person
    identity: Identity
    joint: str


async def known(house: House) -> Known:
    maria, james = await real_person(house, address := an_address()), await real_person(house, an_address())
    link = await token_for(house, LinkPurpose.SIGN_IN, address)
    invitation = await invited(house, james, wish_for(address))
    partner = await _a_partner(house)
    client_id = await registered(house, partner, address)
    offer = token_in((await letters_of(house))[0])
    identity = Identity("https://login.example.org", new_id().hex)
    async with house.transaction(maria) as session:
        await links.add(session, maria, identity, account_id=maria.person_id)
        await profile.save(session, maria, Profile("María García"))
    joint = await _joint_invitation(house, james, address)
    asks, dana = await asked(house, address), await a_person(house, role=Role.PREPARER)
    return Known(maria, address, link, james, invitation, partner, client_id, offer, asks, dana, identity, joint)


async def _a_partner(house: House) -> Partner:
    async with house.transaction(keys.DESK) as session:
        made = await keys.make_key(session, keys.DESK, partner="Example Bank")
    found = await keys.good_key(house, made.key)
    assert found
    return Partner(found.id)


async def _joint_invitation(house: House, james: Person, address: str) -> str:
    return_id = await an_estimate(house, james)
    async with house.transaction(james) as session:
        await save_answer(session, james, "married_joint", return_id=return_id, path="filing_status")
        await joint_inviting.invite(session, james, return_id=return_id, email=address, signed="James Lee")
    return token_in(next(each for each in await letters_of(house) if "tax return together" in each.get_content()))


async def registered(house: House, partner: Partner, address: str) -> UUID:
    async with house.transaction(partner) as session:
        registration = read_registration({**REGISTRATION, "email": address})
        return (await registering.register(session, partner, registration)).client_id


async def everything_works(house: House, of: Known) -> None:
    """What was made by another key is found, and nothing can be made twice."""
    async with house.transaction(DOOR) as session:
        account = await enrolment.account_at(session, of.address)
        assert account is not None
        assert account.id == of.maria.person_id
        linked = await links.account_of(session, of.identity)
        assert linked is not None
        assert linked.id == of.maria.person_id
        link = await opening.look(session, LinkPurpose.SIGN_IN, token=of.link, browser="")
        assert (link.state, link.address) == (opening.State.GOOD, of.address)
    assert (await joint_answering.look(house, of.maria, token=of.joint)).is_theirs
    with pytest.raises(Invalid, match=r"email\.taken"):
        async with house.transaction(DOOR) as session:
            await enrolment.make_account(session, address=of.address, password_hash=None)
    with pytest.raises(Conflict, match="linked_elsewhere"):
        async with house.transaction(of.james) as session:
            await links.add(session, of.james, of.identity, account_id=of.james.person_id)
    with pytest.raises(Invalid, match=r"trust\.there_already"):
        async with house.transaction(of.james) as session:
            await inviting.invite(session, of.james, wish_for(of.address))
    assert (await answering.look(house, of.maria, token=of.invitation)).is_theirs
    assert (await taking_over.look(house, of.maria, token=of.offer)).is_theirs
    assert await registered(house, of.partner, of.address) == of.client_id
    assert await facts.facts_of(house, of.dana, request_id=of.request_id) is not None
    async with house.transaction(await a_person(house, role=Role.COORDINATOR)) as session:
        found = await session.exec(select(NameWord).where(col(NameWord.word_index).in_(*hashes_of(house, ["garcia"]))))
        assert [row.account_id for row in found] == [of.maria.person_id]
    await new_letters_reach(house, of)


async def new_letters_reach(house: House, of: Known) -> None:
    """A new letter with a link is written to the account, found by it, and read by its owner."""
    before = await letters_read_by(house, of.maria)
    patient = replace(house, shared=shared_for(house.settings))  # else so many letters to one address were refused
    token = await token_for(patient, LinkPurpose.FORGOT_PASSWORD, of.address)
    async with house.transaction(DOOR) as session:
        link, account = await opening.good_link(session, LinkPurpose.FORGOT_PASSWORD, token)
        assert link
        assert account is not None
        assert account.id == of.maria.person_id
    assert await letters_read_by(house, of.maria) == before + 1


async def letters_read_by(house: House, person: Person) -> int:
    async with house.transaction(person) as session:
        return len(await letters.told(session))


async def names(house: House) -> set[str]:
    async with house.transaction(ROTATOR) as session:
        return {name for index in EVERY_INDEX_COLUMN for name in await names_in(session, index)}


async def rotated(house: House, progress: Callable[[str, int, int], None] = lambda *_: None) -> Findable:
    return await asyncio.wait_for(rotate_indexes(house, progress), 60)


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


def _stop_after(what: str) -> Callable[[str, int, int], None]:
    def told(part: str, done: int, number: int) -> None:
        assert done <= number
        if part == what:
            raise Stopped

    return told


async def test_people_notice_nothing_before_during_and_after(house_with: HouseWith) -> None:
    alone, prepared, moved, after = (
        house_with(NEW, index=index) for index in ((BARE,), (BARE, SECOND), (SECOND, BARE), (SECOND,))
    )
    of = await known(alone)
    everywhere = {index.name for index in EVERY_INDEX_COLUMN if await _has_rows(alone, index.name)}
    assert everywhere == {index.name for index in EVERY_INDEX_COLUMN}
    assert await names(alone) == {""}
    await everything_works(prepared, of)
    assert (await rotated(prepared)).free == ["i2"]
    for house in (prepared, moved, prepared):
        await everything_works(house, of)
    for part in ("account.email_index", "mail_link.email_index", "trusted_access.invited_index"):
        with pytest.raises(Stopped):
            await rotated(moved, _stop_after(part))
        for house in (moved, prepared, moved):
            await everything_works(house, of)
    found = await rotated(moved)
    assert (found.named, found.waiting, found.free, found.broken) == ({}, 0, [""], {})
    assert "removed: without a name." in " ".join(said_of_indexes(found))
    assert await names(moved) == {"i2"}
    await everything_works(after, of)
    await rotated(after)
    async with after.transaction(DOOR) as session:
        assert (await session.get_one(Account, of.maria.person_id)).email_index_others == []
    assert not list(said_of_indexes(await rotated(after)))


async def _has_rows(house: House, name: str) -> bool:
    table, _, column = name.partition(".")
    async with house.transaction(ROTATOR) as session:
        query = text(f'select count(*) from "{table}" where {column} is not null')  # noqa: S608  # nosec B608
        return bool((await (await session.connection()).execute(query)).scalar_one())


async def test_two_processes_with_different_newest_keys_make_one_account_for_an_address(
    house_with: HouseWith,
) -> None:
    one, other = house_with(NEW, index=(BARE, SECOND)), house_with(NEW, index=(SECOND, BARE))
    for _ in range(5):
        address = an_address()
        made = await asyncio.gather(*(a_person(each, address=address) for each in (one, other)), return_exceptions=True)
        assert sorted(type(each).__name__ for each in made) == ["Invalid", "Person"]


async def test_an_account_that_goes_in_between_leaves_no_hash_behind(
    house_with: HouseWith, clock: FixedClock, superuser_url: str
) -> None:
    prepared, moved = house_with(NEW, index=(BARE, SECOND)), house_with(NEW, index=(SECOND, BARE))
    of = await known(prepared)
    await new_letters_reach(moved, of)
    await leaving.ask(moved, of.maria, sure=True)
    clock.advance(leaving.WAY_BACK)
    await delete_due_accounts(moved)
    wanted = moved.index_keys.indexes(of.address, table="account", column="email")
    database = moved.engine.url.database
    assert database
    with psycopg.connect(libpq_url(superuser_url), dbname=database) as connection:
        for index in EVERY_INDEX_COLUMN:
            if index.kept_as == ("account", "email") and index.column != "invited_index":  # that is of James' list
                table, _, column = index.name.partition(".")
                query = f'select 1 from "{table}" where {column} = any (%s)'  # noqa: S608  # nosec B608
                assert connection.execute(query.encode(), [wanted]).fetchone() is None, index.name


async def test_many_accounts_are_done_in_batches_and_a_person_who_signs_up_meanwhile_is_found(
    house_with: HouseWith,
) -> None:
    alone, moved = house_with(NEW, index=(BARE,)), house_with(NEW, index=(SECOND, BARE))
    people = [await a_person(alone) for _ in range(AT_ONCE + 5)]
    seen: list[int] = []
    rotation = asyncio.create_task(
        rotated(moved, lambda what, done, _: seen.append(done) if "account" in what else None)
    )
    late = an_address()
    await a_person(alone, address=late, password_hash=PASSWORD)
    await rotation
    assert seen[:1] == [AT_ONCE]
    assert seen[-1] >= len(people)
    async with moved.transaction(DOOR) as session:
        assert await enrolment.account_at(session, late) is not None


async def test_a_link_of_an_earlier_release_waits_until_it_is_used(house_with: HouseWith) -> None:
    alone, moved = house_with(NEW, index=(BARE,)), house_with(NEW, index=(SECOND, BARE))
    maria, identity = await a_person(alone), Identity("https://login.example.org", new_id().hex)
    async with alone.transaction(maria) as session:
        await links.add(session, maria, identity, account_id=maria.person_id)
    async with alone.transaction(DOOR) as session:
        await (await session.connection()).execute(text("update organisation_link set subject_sealed = null"))
    found = await rotated(moved)
    assert (found.named, found.waiting, found.free) == ({"": 1}, 1, [])
    assert "1 are links to organisations" in " ".join(said_of_indexes(found))
    async with moved.transaction(DOOR) as session:
        assert await links.account_of(session, identity) is not None
    assert (await rotated(moved)).free == [""]
    async with moved.transaction(DOOR) as session:
        assert (await session.get_one(OrganisationLink, await _only_link(moved))).subject_sealed


async def _only_link(house: House) -> UUID:
    async with house.transaction(DOOR) as session:
        found = await (await session.connection()).execute(text("select id from organisation_link"))
        return UUID(str(found.scalar_one()))


async def test_a_value_that_no_key_opens_is_named_and_keeps_its_index_key(house_with: HouseWith) -> None:
    maria = await a_person(house_with(OLD, index=(BARE,)))
    found = await rotated(house_with(NEW, index=(SECOND, BARE)))
    assert found.broken == {"account.email_index": {maria.person_id}}
    assert found.free == []
    assert str(maria.person_id) in " ".join(said_of_indexes(found))


def test_every_index_is_in_the_list() -> None:
    listed = {index.name for index in EVERY_INDEX_COLUMN}
    listed |= {f"{index.model.__tablename__}.{index.others}" for index in EVERY_INDEX_COLUMN if index.others}
    found = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_index") or "_index_" in column.name
    }
    assert found == listed, "Add the column to services/sealing/index_columns.py: else its key can't be taken away."


def test_what_an_index_is_made_from_is_a_column_of_bytes() -> None:
    for index in EVERY_INDEX_COLUMN:
        source = metadata.tables[str(index.source.__tablename__)].columns[index.sealed]
        assert isinstance(source.type, LargeBinary), index.name
