"""Who lost every way in gets back by two of our team, a day of waiting and a letter; nobody alone gives it away."""

import asyncio
import re
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.tables.people import Account
from db.tables.ways_in.recovery import RecoveryRequest, RecoveryVerdict
from db.types import new_id
from db.values.accounts import RecoveryState
from db.values.feedback import FeedbackAbout
from db.values.people import Role
from services import feedback
from services.accounts import passwords, sessions
from services.accounts.changes import address
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.recovery import deciding, facts, finishing, reading, waiting
from services.accounts.second_steps import authenticator, recovery
from services.audit.looking import looks_at
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import House
from services.privacy import leaving
from services.privacy.under_way import Leaves
from services.visitor import Person
from tests.authenticator_app import with_second_step
from tests.factories import a_person, an_address
from tests.services.accounts.passkeys.having import a_device, added
from tests.services.accounts.recovery.asking import (
    agreed_by_two,
    an_owner,
    asked,
    colleague_says,
    link_after_the_wait,
    state_of,
    tokens,
)
from tests.services.feedback.mailroom import letters_of
from tests.services.feedback.telling import sent

NEW = "four words nobody knows"
HERE = DeviceName("Firefox", "Linux")


@pytest.fixture
def maria_at() -> str:
    return an_address()


@pytest.fixture
async def maria(house: House, maria_at: str) -> Person:
    """The owner of an account."""
    return await an_owner(house, maria_at)


def test_who_asks_gives_the_address_of_the_account() -> None:
    found = feedback.problems_in(sent("Let me in.", about=FeedbackAbout.SIGN_IN), has_video=False)
    assert [(problem.field, problem.code) for problem in found] == [("email", "recovery.no_address")]


async def test_an_address_without_an_account_is_taken_down_alike_and_leads_nowhere(house: House) -> None:
    request_id = await asked(house, an_address())
    assert await facts.facts_of(house, await a_person(house, role=Role.PREPARER), request_id=request_id) is None
    for _ in range(2):
        await colleague_says(house, request_id)
    assert await state_of(house, request_id) is RecoveryState.REFUSED
    assert await letters_of(house) == []


async def test_two_agree_then_a_day_passes_then_a_letter_sets_a_password_and_ends_every_old_way_in(
    house: House, clock: FixedClock, maria: Person, maria_at: str
) -> None:
    await with_second_step(house, maria.person_id)
    await added(house, maria, a_device(house))
    async with house.transaction(maria) as session:
        await recovery.make(session, maria.person_id)
    request_id, _ = await agreed_by_two(house, maria_at)
    assert await state_of(house, request_id) is RecoveryState.WAITING
    await waiting.send_link(house, request_id)
    assert await letters_of(house) == []
    clock.advance(waiting.WAITS)
    token = await link_after_the_wait(house, request_id, maria_at)
    assert await finishing.opens(house, token=token) == finishing.Opens(maria_at, None)
    await finishing.set_password(house, token=token, password=NEW, keeps=False, device=HERE)
    async with house.transaction(DOOR) as session:
        account = await session.get_one(Account, maria.person_id)
        assert await sessions.still_open(session, maria.session_id) is None
        assert await authenticator.confirmed_at(session, account.id) is None
        assert await recovery.how_many_left(session, account.id) == 0
    assert await passwords.matches(account.password_hash, NEW)
    async with house.transaction(maria) as session:
        counted = await (await session.connection()).execute(text("select count(*) from passkey"))
        assert counted.scalar_one() == 0
    assert [letter["Subject"] for letter in await letters_of(house)] == ["Your MBTQ account has a new password"]
    with pytest.raises(NotFound):
        await finishing.set_password(house, token=token, password=NEW, keeps=False, device=HERE)


async def test_who_gets_back_in_keeps_an_account_that_was_to_be_deleted_only_by_saying_so(
    house: House, clock: FixedClock, maria: Person, maria_at: str
) -> None:
    request_id, _ = await agreed_by_two(house, maria_at)
    await leaving.ask(house, maria, sure=True)
    [told] = [letter for letter in await letters_of(house) if "delete" in str(letter["Subject"])]
    to_undo = str(re.findall(r"token=(\S+)", told.get_content())[0])
    clock.advance(waiting.WAITS)
    token = await link_after_the_wait(house, request_id, maria_at)
    deleted_at = clock.now() - waiting.WAITS + leaving.WAY_BACK
    assert await finishing.opens(house, token=token) == finishing.Opens(maria_at, Leaves(deleted_at, held=False))
    with pytest.raises(Conflict, match=r"recovery\.leaving"):
        await finishing.set_password(house, token=token, password=NEW, keeps=False, device=HERE)
    assert await leaving.can_be_taken_back(house, token=to_undo), "nothing was changed by halves"
    await finishing.set_password(house, token=token, password=NEW, keeps=True, device=HERE)
    assert not await leaving.can_be_taken_back(house, token=to_undo)
    async with house.transaction(DOOR) as session:
        await sessions.refuse_who_leaves(session, await session.get_one(Account, maria.person_id))
    subjects = sorted(str(letter["Subject"]) for letter in await letters_of(house))
    assert subjects == ["Your MBTQ account has a new password", "Your MBTQ account stays"]


async def test_an_account_that_is_due_is_given_back_no_more(
    house: House, clock: FixedClock, maria: Person, maria_at: str
) -> None:
    await leaving.ask(house, maria, sure=True)
    clock.advance(leaving.WAY_BACK - waiting.WAITS - timedelta(hours=1))
    request_id, _ = await agreed_by_two(house, maria_at)
    clock.advance(waiting.WAITS)
    token = await link_after_the_wait(house, request_id, maria_at)
    clock.advance(timedelta(hours=2))
    with pytest.raises(NotFound):
        await finishing.set_password(house, token=token, password=NEW, keeps=True, device=HERE)


@pytest.mark.usefixtures("maria")
async def test_one_alone_gives_nothing_away_and_says_it_once(house: House, maria_at: str) -> None:
    request_id = await asked(house, maria_at)
    dana = await colleague_says(house, request_id)
    with pytest.raises(Conflict, match="said_already"):
        await colleague_says(house, request_id, who=dana)
    await waiting.judge(house, request_id)
    assert await state_of(house, request_id) is RecoveryState.OPEN
    assert await letters_of(house) == []


@pytest.mark.usefixtures("maria")
async def test_one_who_is_not_sure_ends_it(house: House, maria_at: str) -> None:
    request_id = await asked(house, maria_at)
    await colleague_says(house, request_id, agrees=False)
    assert await state_of(house, request_id) is RecoveryState.REFUSED
    with pytest.raises(Conflict, match="over"):
        await colleague_says(house, request_id)


@pytest.mark.parametrize(("words", "code"), [(" ", "recovery.nothing_compared"), ("x" * 5001, "feedback.too_long")])
async def test_who_says_it_writes_what_was_compared(house: House, words: str, code: str) -> None:
    request_id, dana = await asked(house, an_address()), await a_person(house, role=Role.PREPARER)
    with pytest.raises(Invalid, match=code):
        async with house.transaction(dana) as session:
            await deciding.decide(session, dana, words, request_id=request_id, agrees=True)


async def test_nobody_of_us_decides_about_their_own_account(house: House) -> None:
    own = an_address()
    dana = await a_person(house, role=Role.PREPARER, address=own)
    request_id = await asked(house, own)
    with pytest.raises(NotAllowed, match=r"recovery\.own"):
        await colleague_says(house, request_id, who=dana)
    with pytest.raises(DBAPIError, match="row-level security"):
        await _write_verdict(house, dana, request_id)


async def test_a_demo_account_is_given_to_nobody(house: House) -> None:
    demo = an_address()
    await a_person(house, address=demo, demo=True)
    request_id = await asked(house, demo)
    for _ in range(2):
        await colleague_says(house, request_id)
    assert await state_of(house, request_id) is RecoveryState.REFUSED


async def test_the_owner_stops_it_by_the_letter_or_signed_in(
    house: House, clock: FixedClock, maria: Person, maria_at: str
) -> None:
    by_letter, token = await agreed_by_two(house, maria_at)
    await waiting.to_stop(house, token=token)
    await waiting.stop(house, token=token)
    with pytest.raises(Conflict):
        await waiting.stop(house, token=token)
    signed_in, _ = await agreed_by_two(house, maria_at)
    async with house.transaction(maria) as session:
        assert await waiting.own_under_way(session, maria)
        await waiting.stop_own(session, maria)
        assert await waiting.own_under_way(session, maria) is None
    clock.advance(waiting.WAITS)
    for each in (by_letter, signed_in):
        await waiting.send_link(house, each)
    assert await letters_of(house) == []
    assert {await state_of(house, each) for each in (by_letter, signed_in)} == {RecoveryState.STOPPED}


async def test_an_older_address_is_told_as_well(house: House, maria: Person, maria_at: str) -> None:
    new = an_address()
    await address.ask(house, maria, address=new)
    await address.confirm(house, token=(await tokens(house))[new])
    await letters_of(house)
    request_id = await asked(house, new)
    for _ in range(2):
        await colleague_says(house, request_id)
    told = await tokens(house)
    assert set(told) == {maria_at, new}
    await waiting.stop(house, token=told[maria_at])


@pytest.mark.usefixtures("maria")
async def test_the_link_is_good_for_a_day_and_for_passwords_without_problems(
    house: House, clock: FixedClock, maria_at: str
) -> None:
    request_id, _ = await agreed_by_two(house, maria_at)
    clock.advance(waiting.WAITS)
    token = await link_after_the_wait(house, request_id, maria_at)
    with pytest.raises(Invalid, match="too_short"):
        await finishing.set_password(house, token=token, password="short", keeps=False, device=HERE)
    clock.advance(waiting.LINK_LASTS)
    with pytest.raises(NotFound):
        await finishing.set_password(house, token=token, password=NEW, keeps=False, device=HERE)


async def test_staff_see_how_the_account_was_used_and_its_owner_reads_that_they_did(
    house: House, maria: Person, maria_at: str
) -> None:
    dana = await a_person(house, role=Role.PREPARER)
    found = await facts.facts_of(house, dana, request_id=await asked(house, maria_at))
    assert found
    assert (found.has_password, found.passkeys, found.is_demo) == (True, 0, False)
    assert maria_at not in repr(found)
    async with house.transaction(maria) as session:
        assert [each.act for each in (await looks_at(session, maria)).listed] == ["recovery.facts"]


async def test_staff_see_that_an_account_is_to_be_deleted_and_when(house: House, maria: Person, maria_at: str) -> None:
    dana, request_id = await a_person(house, role=Role.PREPARER), await asked(house, maria_at)
    before = await facts.facts_of(house, dana, request_id=request_id)
    await leaving.ask(house, maria, sure=True)
    after = await facts.facts_of(house, dana, request_id=request_id)
    assert before
    assert after
    assert (before.leaves, after.leaves) == (None, Leaves(house.clock.now() + leaving.WAY_BACK, held=False))


@pytest.mark.usefixtures("maria")
async def test_once_it_is_decided_or_stopped_nobody_sees_what_we_know_of_the_account(
    house: House, maria_at: str
) -> None:
    dana, refused = await a_person(house, role=Role.PREPARER), await asked(house, maria_at)
    with house.shared.listening(waiting.news_of(refused)) as news:
        await colleague_says(house, refused, agrees=False)
        await asyncio.wait_for(news.get(), 5)
    agreed, token = await agreed_by_two(house, maria_at)
    for each in (refused, agreed):
        with pytest.raises(Conflict, match="over"):
            await facts.facts_of(house, dana, request_id=each)
    await waiting.stop(house, token=token)
    with pytest.raises(Conflict, match="over"):
        await facts.facts_of(house, dana, request_id=agreed)


async def test_the_task_sees_only_accounts_that_are_asked_for(house: House, maria: Person, maria_at: str) -> None:
    await a_person(house)
    await asked(house, maria_at)
    async with house.transaction(waiting.RECOVERY) as session:
        rows = await (await session.connection()).execute(text("select id from account"))
        seen = {row[0] for row in rows}
        hidden = await (await session.connection()).execute(text("select count(*) from return_change"))
        assert hidden.scalar_one() == 0
    async with house.transaction(maria) as session:
        assert await waiting.own_under_way(session, maria) is None
    assert maria.person_id in seen


async def test_a_customer_sees_no_request_and_says_nothing_about_one(house: House, maria_at: str) -> None:
    request_id, james = await asked(house, maria_at), await a_person(house)
    async with house.transaction(james) as session:
        assert await reading.requests(session, james) == []
    with pytest.raises(DBAPIError, match="row-level security"):
        await _write_verdict(house, james, request_id)


async def test_a_person_can_not_bring_their_own_request_forward(house: House, maria: Person, maria_at: str) -> None:
    request_id, _ = await agreed_by_two(house, maria_at)
    async with house.transaction(maria) as session:
        request = await session.get_one(RecoveryRequest, request_id)
        request.state = RecoveryState.LINK
        with pytest.raises(DBAPIError, match="row-level security"):
            await session.flush()
        session.expunge_all()


async def _write_verdict(house: House, who: Person, request_id: UUID) -> None:
    row = RecoveryVerdict(
        id=new_id(),
        request_id=request_id,
        account_id=who.person_id,
        agrees=True,
        compared_sealed=b"",
        given_at=house.clock.now(),
    )
    async with house.transaction(who) as session:
        session.add(row)
        await session.flush()
