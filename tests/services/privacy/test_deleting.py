"""Deleting an account: at once nobody gets in, for 30 days there is a way back, and then nothing of theirs is left."""

from datetime import timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import LargeBinary, Uuid
from sqlmodel import col, select

from db.engine import libpq_url
from db.tables import metadata
from db.tables.customers.privacy import AccountDeletion
from db.tables.outside.mail import OutgoingMail
from db.tables.people import Account
from db.tables.returns import ReturnMember
from db.types import new_id
from db.values.accounts import LinkPurpose, WayIn
from db.values.people import Role
from services import mail, preferences
from services.accounts import addresses, known_devices, sessions, signing_in
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.links import asking
from services.accounts.organisations import links
from services.accounts.passkeys import signing_in as passkey_sign_in
from services.clock import FixedClock
from services.errors import Invalid, NotFound
from services.house import House
from services.jobs.by_the_clock.delete_what_is_over import delete_what_is_over
from services.preferences import Preferences
from services.privacy import holding, leaving, under_way
from services.privacy.deleting import KEEPER
from services.providers.organisations import Identity
from services.returns import answering
from services.sealing import open_sealed
from services.staff import customers
from services.staff.access import emergency
from services.staff.finding import searching
from services.staff.finding.wanted import Wanted, Words
from services.visitor import Guest, Person, System
from services.words import sentence
from tests.database import DatabaseUrls
from tests.db.asking import ask, everything
from tests.factories import a_person, an_address, an_assignment, an_estimate
from tests.letters import token_in
from tests.services.accounts.passkeys.having import a_device, added, with_passkey
from tests.services.documents.having import checked
from tests.services.feedback.mailroom import empty, letters_of
from tests.services.feedback.telling import an_mp4, sent, told
from tests.services.storage.keeping import stored_in

NOT_OF_ONE_PERSON = {"audit_record"}
"""Where ids of an account may stay: what was done to it, without a name."""


async def somebody_with_everything(house: House, address: str) -> tuple[Person, bytes]:
    """A person with rows in many tables, and the keyed hash of their address."""
    maria = await a_person(house, address=address)
    estimate = await an_estimate(house, maria)
    await added(house, maria, a_device(house))
    await checked(house, maria)
    await told(house, sent(email=address), video=an_mp4(2_000))
    await an_assignment(house, await a_person(house, role=Role.PREPARER), maria, role=Role.PREPARER)
    await asking.ask(house, LinkPurpose.SIGN_IN, address=address, place="here", browser="x", next_path="/")
    async with house.transaction(maria) as session:
        await answering.save_answer(session, maria, "31200", return_id=estimate, path="taxpayer.wages")
        await links.add(session, maria, Identity("https://x.example", new_id().hex), account_id=maria.person_id)
        await preferences.keep(session, maria.person_id, Preferences())
    async with house.transaction(DOOR) as session:
        await known_devices.meet(session, maria, token="", device=DeviceName("Firefox", "Windows"))
        await mail.post(session, DOOR, to=address, template="no_account")
    return maria, addresses.index_of(house, address)


def traces_of(urls: DatabaseUrls, account_id: object, index: bytes) -> set[str]:
    """Each table in which the id of an account or the hash of its address stands, seen by the owner."""
    found = set()
    with psycopg.connect(libpq_url(urls.owner)) as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                wanted: Any = account_id if isinstance(column.type, Uuid) else index
                if isinstance(column.type, Uuid | LargeBinary):
                    query = f'select 1 from "{table.name}" where "{column.name}" = %s limit 1'  # noqa: S608
                    if connection.execute(query.encode(), [wanted]).fetchone():  # nosec B608
                        found.add(table.name)
    return found


async def test_after_30_days_nothing_is_left_of_an_account_but_ids_in_the_audit_trail(
    house: House, clock: FixedClock, database_urls: DatabaseUrls
) -> None:
    maria, index = await somebody_with_everything(house, an_address())
    await leaving.ask(house, maria, sure=True)
    clock.advance(leaving.WAY_BACK - timedelta(seconds=1))
    await delete_what_is_over.work(house)
    assert len(traces_of(database_urls, maria.person_id, index)) > 8
    clock.advance(timedelta(seconds=1))
    for _ in range(2):  # a job runs at least once
        await delete_what_is_over.work(house)
    assert traces_of(database_urls, maria.person_id, index) == NOT_OF_ONE_PERSON
    for folder in ("document", "feedback_video"):
        assert not stored_in(house.settings.files_folder / folder)


async def test_a_message_of_an_earlier_release_goes_with_the_account_whose_address_it_gave(
    house: House, clock: FixedClock, database_urls: DatabaseUrls
) -> None:
    maria = await a_person(house, address=(address := an_address()))
    theirs, nobodys = await told(house, sent(email=address), video=an_mp4(2_000)), await told(house)
    with psycopg.connect(libpq_url(database_urls.owner)) as connection:
        connection.execute("update feedback set address_index = null where id = %s", [theirs])
    await leaving.ask(house, maria, sure=True)
    clock.advance(leaving.WAY_BACK)
    await delete_what_is_over.work(house)
    with psycopg.connect(libpq_url(database_urls.owner)) as connection:
        left = connection.execute("select id from feedback where id = any (%s)", [[theirs, nobodys]]).fetchall()
    assert left == [(nobodys,)]
    assert not stored_in(house.settings.files_folder / "feedback_video")


async def test_a_joint_return_stays_for_the_other_member(house: House, clock: FixedClock) -> None:
    maria, james = await a_person(house), await a_person(house)
    joint, own = await an_estimate(house, james), await an_estimate(house, maria)
    async with house.transaction(DOOR) as session:
        session.add(ReturnMember(return_id=joint, account_id=maria.person_id))
    await leaving.ask(house, maria, sure=True)
    clock.advance(leaving.WAY_BACK)
    await delete_what_is_over.work(house)
    assert [row["id"] for row in await everything(house, james, "tax_return")] == [joint]
    assert own != joint


async def test_what_the_law_makes_us_keep_is_deleted_once_that_has_ended(house: House, clock: FixedClock) -> None:
    address, reason = an_address(), "A court order, case 12-345 of 2026"
    maria = await a_person(house, address=address)
    await checked(house, maria)
    async with house.transaction(holding.DESK) as session:
        with pytest.raises(Invalid):
            await holding.hold(session, holding.DESK, address=address, reason="because")
        await holding.hold(session, holding.DESK, address=address, reason=reason)
    async with house.transaction(maria) as session:
        assert await under_way.is_held(session, maria.person_id)
    await leaving.ask(house, maria, sure=True)
    clock.advance(leaving.WAY_BACK)
    await delete_what_is_over.work(house)
    assert len(await everything(house, maria, "account")) == 1
    assert stored_in(house.settings.files_folder / "document") != []
    async with house.transaction(holding.DESK) as session:
        await holding.release(session, holding.DESK, address=address)
    await delete_what_is_over.work(house)
    assert await everything(house, maria, "account") == []
    with pytest.raises(Invalid):
        async with house.transaction(holding.DESK) as session:
            await holding.release(session, holding.DESK, address=address)


async def _hold(house: House, address: str) -> None:
    async with house.transaction(holding.DESK) as session:
        await holding.hold(session, holding.DESK, address=address, reason="A court order, case 12-345 of 2026")


async def test_who_leaves_while_a_law_keeps_the_account_reads_so_and_can_come_back_as_long(
    house: House, clock: FixedClock
) -> None:
    maria = await a_person(house, address=(address := an_address()))
    await _hold(house, address)
    await leaving.ask(house, maria, sure=True)
    letter = await letter_in(house, address)
    assert "A law makes us keep your account now" in letter.get_content()
    assert "we delete everything" not in letter.get_content()
    clock.advance(leaving.WAY_BACK + timedelta(days=1))
    await delete_what_is_over.work(house)
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, maria.person_id)
        with pytest.raises(Invalid, match="under_way_held"):
            await sessions.open_for(session, account)
    await leaving.take_back(house, token=token_in(letter))
    async with house.transaction(DOOR) as session:
        assert await sessions.open_for(session, await session.get_one(Account, maria.person_id))


async def test_without_a_hold_the_way_back_ends_with_its_days(house: House, clock: FixedClock) -> None:
    maria = await a_person(house, address=(address := an_address()))
    await leaving.ask(house, maria, sure=True)
    token = token_in(await letter_in(house, address))
    clock.advance(leaving.WAY_BACK)
    assert not await leaving.can_be_taken_back(house, token=token)


async def test_who_was_told_a_day_before_the_hold_is_told_that_it_does_not_hold_any_more(house: House) -> None:
    await empty(house)
    maria = await a_person(house, address=(address := an_address()))
    await leaving.ask(house, maria, sure=True)
    await letters_of(house)
    await _hold(house, address)
    assert [(each["To"], each["Subject"]) for each in await letters_of(house)] == [
        (address, sentence("letter.account_is_held.subject"))
    ]


async def test_a_stranger_does_not_learn_of_a_hold(house: House) -> None:
    maria, james = await a_person(house, address=(address := an_address())), await a_person(house)
    await _hold(house, address)
    async with house.transaction(james) as session:
        assert not await under_way.is_held(session, maria.person_id)


async def test_at_once_every_session_ends_and_nobody_gets_in(house: House) -> None:
    maria = await a_person(house)
    await leaving.ask(house, maria, sure=True)
    assert {row["ended_at"] is None for row in await everything(house, maria, "browser_session")} == {False}
    async with house.transaction(DOOR) as session:
        account = (await session.exec(select(Account).where(col(Account.id) == maria.person_id))).one()
        with pytest.raises(Invalid) as refusal:
            await sessions.open_for(session, account)
    assert refusal.value.code == "your_data.delete.under_way"
    with pytest.raises(Invalid):
        await signing_in.let_in(house, Guest(), account, way=WayIn.PASSWORD)


async def test_without_a_clear_yes_nothing_happens(house: House) -> None:
    maria = await a_person(house)
    with pytest.raises(Invalid):
        await leaving.ask(house, maria, sure=False)
    asked = {row["account_id"] for row in await everything(house, DOOR, "account_deletion")}
    assert maria.person_id not in asked


async def test_a_link_that_nobody_sent_takes_nothing_back(house: House) -> None:
    await leaving.ask(house, await a_person(house), sure=True)
    with pytest.raises(NotFound):
        await leaving.take_back(house, token="made up")
    assert not await leaving.can_be_taken_back(house, token="made up")


async def test_the_task_that_deletes_accounts_can_delete_none_that_is_not_due(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    await an_estimate(house, maria)
    await leaving.ask(house, maria, sure=True)
    for table in ("account", "tax_return", "outgoing_mail", "mail_link"):
        await ask(house, KEEPER, f"delete from {table}")  # noqa: S608  # nosec B608  # names of this test
    for person in (maria, james):
        assert len(await everything(house, person, "account")) == 1
    assert len(await everything(house, maria, "tax_return")) == 1


async def test_the_deletion_of_somebody_else_can_t_be_asked_for(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    now = house.clock.now()
    with pytest.raises(Exception, match="row-level security"):
        async with house.transaction(james) as session:
            session.add(AccountDeletion(account_id=maria.person_id, asked_at=now, due_at=now, token_hash=b"x"))


async def test_our_team_sees_nothing_of_who_leaves_and_sees_it_again_when_they_stay(house: House) -> None:
    address = an_address()
    maria, dana, lee = (
        await a_person(house, address=address),
        await a_person(house, role=Role.PREPARER),
        await a_person(house, role=Role.ADMINISTRATOR),
    )
    return_id = await an_estimate(house, maria)
    await an_assignment(house, dana, maria, role=Role.PREPARER)
    async with house.transaction(lee) as session:
        await emergency.begin(session, lee, address, "She wrote that a payment goes wrong today.")
    assert await _opens(house, dana, maria, return_id)
    assert await _opens(house, lee, maria, return_id)
    for staff in (dana, lee):
        async with house.transaction(staff) as session:
            assert (await searching.search(session, staff, Wanted(), Words(address=address))).count == 1
    await leaving.ask(house, maria, sure=True)
    for staff in (dana, lee):
        assert not await _opens(house, staff, maria, return_id)
        for table in ("tax_return", "return_member", "preference", "return_change"):
            assert await everything(house, staff, table) == []
        async with house.transaction(staff) as session:
            assert (await searching.search(session, staff, Wanted(), Words(address=address))).count == 0
            with pytest.raises(NotFound):
                await customers.customer_at(session, staff, customer_id=maria.person_id)
    with pytest.raises(Invalid):
        async with house.transaction(lee) as session:
            await emergency.begin(session, lee, address, "She wrote that a payment goes wrong today.")
    await leaving.take_back(house, token=token_in(await letter_in(house, address)))
    assert await _opens(house, dana, maria, return_id)


async def _opens(house: House, staff: Person, customer: Person, return_id: UUID) -> bool:
    try:
        async with house.transaction(staff) as session:
            await customers.estimate_at(session, staff, customer_id=customer.person_id, return_id=return_id)
    except NotFound:
        return False
    return True


async def letter_in(house: House, address: str) -> EmailMessage:
    """The letter to an address that takes its deletion back, which no job has sent yet."""
    async with house.transaction(System("mail")) as session:
        query = select(OutgoingMail).where(OutgoingMail.to_index == addresses.index_of(house, address))
        rows = (await session.exec(query)).all()
    place = {"table": "outgoing_mail", "column": "message_sealed"}
    texts = [open_sealed(house.keyring, row.message_sealed, row_id=row.id, **place) for row in rows]
    letters = [BytesParser(EmailMessage, policy=policy.default).parsebytes(each) for each in texts]
    [found] = [each for each in letters if "/account-deletion/undo" in each.get_content()]
    return found


@pytest.mark.usefixtures("nobody_works_here")
async def test_the_last_administrator_makes_somebody_else_one_before_they_leave(house: House) -> None:
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    with pytest.raises(Invalid) as refusal:
        await leaving.ask(house, lee, sure=True)
    assert refusal.value.code == "your_data.delete.last_administrator"
    ada = await a_person(house, role=Role.ADMINISTRATOR)
    await leaving.ask(house, lee, sure=True)
    with pytest.raises(Invalid):  # who leaves counts no more
        await leaving.ask(house, ada, sure=True)
    await leaving.ask(house, await a_person(house, role=Role.PREPARER), sure=True)


async def test_no_way_in_leads_into_an_account_that_is_being_deleted(house: House) -> None:
    maria, device = await with_passkey(house)
    question = await passkey_sign_in.question(house, Guest())
    await leaving.ask(house, maria, sure=True)
    with pytest.raises(Invalid) as refusal:
        await passkey_sign_in.sign_in(house, Guest(), sent=device.sign(question))
    assert refusal.value.code == "your_data.delete.under_way"
    async with house.transaction(DOOR) as session:
        account = (await session.exec(select(Account).where(col(Account.id) == maria.person_id))).one()
    for way in WayIn:
        with pytest.raises(Invalid) as refusal:
            await signing_in.let_in(house, Guest(), account, way=way)
        assert refusal.value.code == "your_data.delete.under_way"
