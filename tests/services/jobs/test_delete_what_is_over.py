"""What is over is deleted each night, and nothing that is still somebody's."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select

from db.tables.outside.mail import OutgoingMail
from db.tables.people import BrowserSession, FormAttempt, KnownDevice
from db.tables.returns import ReturnChange, ReturnMember, TaxReturn
from db.tables.ways_in.links import MailLink
from db.types import new_id
from db.values.accounts import LinkPurpose
from services import attempts, mail, retention
from services.accounts import enrolment, known_devices, sessions
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.links import asking
from services.clock import FixedClock
from services.house import House
from services.jobs.by_the_clock.delete_what_is_over import delete_what_is_over
from services.jobs.worker import EVERY_JOB, _app
from services.retention import ENDED_SESSIONS_STAY, KEEPER, LETTERS_STAY
from services.returns import answering, opening
from services.visitor import Guest, Person
from tests.factories import a_guest, a_person, an_address, an_estimate

SECOND = timedelta(seconds=1)
_Row = type[BrowserSession | FormAttempt | KnownDevice | MailLink | OutgoingMail | TaxReturn]


async def _is_there(house: House, table: _Row, row_id: UUID | None) -> bool:
    """Seen by the task that deletes: no other sees rows of all people."""
    async with house.transaction(KEEPER) as session:
        return (await session.exec(select(table.id).where(table.id == row_id))).first() is not None


async def _ids(house: House, table: _Row) -> set[UUID]:
    async with house.transaction(KEEPER) as session:
        return set(await session.exec(select(table.id)))


async def _run(house: House) -> None:
    for _ in range(2):  # a job runs at least once
        await delete_what_is_over.work(house)


async def _may_open(house: House, visitor: Person | Guest) -> bool:
    async with house.transaction(visitor) as session:
        return 2025 in await opening.begun_years(session, visitor)


async def test_what_a_guest_began_is_deleted_with_their_session_and_not_a_second_before(
    house: House, clock: FixedClock
) -> None:
    guest, person = await a_guest(house), await a_person(house)
    guests, persons = await an_estimate(house, guest), await an_estimate(house, person)
    async with house.transaction(guest) as session:
        await answering.save_answer(session, guest, "single", return_id=guests, path="filing_status")
    clock.advance(sessions.GUEST_STAYS - SECOND)
    await _run(house)
    assert await _may_open(house, guest)
    clock.advance(SECOND)
    await _run(house)
    assert not await _is_there(house, BrowserSession, guest.session_id)
    assert not await _is_there(house, TaxReturn, guests)
    assert await _may_open(house, person)
    async with house.transaction(person) as session:
        assert list(await session.exec(select(TaxReturn.id))) == [persons]


async def test_nothing_of_a_guests_estimate_is_left_behind(house: House, clock: FixedClock) -> None:
    guest = await a_guest(house)
    begun = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        await answering.save_answer(session, guest, "single", return_id=begun, path="filing_status")
    clock.advance(sessions.GUEST_STAYS)
    await _run(house)
    async with house.transaction(KEEPER) as session:
        assert not list(await session.exec(select(ReturnMember.id).where(ReturnMember.return_id == begun)))
    async with house.transaction(guest) as session:
        assert not list(await session.exec(select(ReturnChange.id).where(ReturnChange.return_id == begun)))


async def test_what_a_guest_removed_goes_in_the_next_night(house: House) -> None:
    guest = await a_guest(house)
    begun = await an_estimate(house, guest)
    async with house.transaction(DOOR) as session:
        assert guest.session_id
        await sessions.end(session, guest.session_id)
    await _run(house)
    assert not await _is_there(house, TaxReturn, begun)


async def test_what_came_along_to_an_account_stays_when_the_session_is_deleted(house: House, clock: FixedClock) -> None:
    guest = await a_guest(house)
    begun = await an_estimate(house, guest)
    async with house.transaction(DOOR) as session:
        opened = await enrolment.sign_up(session, guest, address=an_address(), password_hash="x", demo=True)
    clock.advance(sessions.PERSON_STAYS + ENDED_SESSIONS_STAY + SECOND)
    await _run(house)
    assert not await _is_there(house, BrowserSession, opened.visitor.session_id)
    async with house.transaction(opened.visitor) as session:
        assert (await opening.estimate_for(session, opened.visitor, tax_year=2025)).return_id == begun


async def test_an_estimate_of_a_guest_and_of_somebody_with_an_account_stays(house: House, clock: FixedClock) -> None:
    guest, person = await a_guest(house), await a_person(house)
    begun = await an_estimate(house, guest)
    async with house.transaction(DOOR) as session:
        session.add(ReturnMember(return_id=begun, account_id=person.person_id))
    clock.advance(sessions.GUEST_STAYS)
    await _run(house)
    assert not await _is_there(house, BrowserSession, guest.session_id)
    assert await _may_open(house, person)


async def test_a_session_that_ended_stays_for_thirty_days(house: House, clock: FixedClock) -> None:
    ended, lasting = await a_person(house), await a_person(house)
    async with house.transaction(DOOR) as session:
        await sessions.end(session, ended.session_id)
    clock.advance(ENDED_SESSIONS_STAY)
    await _run(house)
    assert await _is_there(house, BrowserSession, ended.session_id)
    clock.advance(SECOND)
    await _run(house)
    assert not await _is_there(house, BrowserSession, ended.session_id)
    assert await _is_there(house, BrowserSession, lasting.session_id)  # it ended by itself, and later
    async with house.transaction(ended) as session:
        assert (await enrolment.own_account(session, ended)).address  # the account is untouched


async def test_links_and_pending_accounts_forms_and_devices_go_when_they_expire(
    house: House, clock: FixedClock
) -> None:
    began = clock.now()
    before = {table: await _ids(house, table) for table in (MailLink, FormAttempt, KnownDevice)}
    for purpose, password in ((LinkPurpose.SIGN_UP, "a password of some length"), (LinkPurpose.SIGN_IN, None)):
        await asking.ask(house, purpose, address=an_address(), place="", browser="x", next_path="/", password=password)
    async with house.transaction(attempts.FORMS) as session:
        await attempts.keep(session, "sign-in", [], {"email": "rosa@people.example"})
    person = await a_person(house)
    async with house.transaction(DOOR) as session:
        await known_devices.meet(session, person, token="", device=DeviceName("Firefox", "Windows"))
    made = {table: await _ids(house, table) - ids for table, ids in before.items()}
    assert [len(ids) for ids in made.values()] == [2, 1, 1]
    for table, stays in ((FormAttempt, attempts.KEPT_FOR), (MailLink, asking.KEPT_FOR)):
        clock.instant = began + stays - SECOND
        await _run(house)
        assert made[table] <= await _ids(house, table)
        clock.advance(SECOND)
        await _run(house)
        assert not made[table] & await _ids(house, table)
    assert made[KnownDevice] <= await _ids(house, KnownDevice)
    clock.advance(known_devices.KNOWN_FOR)
    await _run(house)
    assert not made[KnownDevice] & await _ids(house, KnownDevice)


async def test_a_letter_stays_for_thirty_days(house: House, clock: FixedClock) -> None:
    before = await _ids(house, OutgoingMail)
    async with house.transaction(DOOR) as session:
        await mail.post(session, DOOR, to=an_address(), template="account_exists")
    written = await _ids(house, OutgoingMail) - before
    clock.advance(LETTERS_STAY)
    await _run(house)
    assert written <= await _ids(house, OutgoingMail)
    clock.advance(SECOND)
    await _run(house)
    assert not written & await _ids(house, OutgoingMail)


@pytest.mark.parametrize("guests", [4, 5])
async def test_many_are_deleted_batch_by_batch(
    house: House, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, guests: int
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    made = [await a_guest(house) for _ in range(guests)]
    begun = [await an_estimate(house, guest) for guest in made]
    clock.advance(sessions.GUEST_STAYS)
    await _run(house)
    async with house.transaction(KEEPER) as session:
        assert not list(await session.exec(select(TaxReturn.id).where(col(TaxReturn.id).in_(begun))))


async def test_the_task_sees_no_estimate_of_an_account_and_changes_nothing(house: House) -> None:
    person = await a_person(house)
    begun = await an_estimate(house, person)
    assert not await _is_there(house, TaxReturn, begun)
    assert not await _is_there(house, TaxReturn, new_id())


def test_it_runs_by_itself_once_a_day(house: House) -> None:
    tasks = _app(house, EVERY_JOB).periodic_registry.periodic_tasks.values()
    assert ("delete_what_is_over", "40 8 * * *") in {(task.task.name, task.cron) for task in tasks}
