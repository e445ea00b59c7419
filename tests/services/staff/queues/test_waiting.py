"""What waits for whom: their own work, nobody else's, and never what is their own."""

from datetime import timedelta

from db.values.intake import InterpreterStatus
from db.values.people import STAFF_ROLES, Role
from services.clock import FixedClock
from services.house import House
from services.intake import interpreters
from services.staff.access import emergency
from services.staff.queues.kinds import Queue
from services.staff.queues.waiting import waiting_for
from services.visitor import Person
from tests.factories import a_person, an_address
from tests.services.accounts.recovery.asking import asked as asked_for_help
from tests.services.reviews.reviewing import asked, take

REASON = "She wrote that a payment goes wrong today."


async def _waiting(house: House, person: Person) -> dict[Queue, int]:
    async with house.transaction(person) as session:
        return {each.queue: each.count for each in await waiting_for(session, person)}


async def _needs_an_interpreter(house: House, person: Person) -> None:
    async with house.transaction(person) as session:
        await interpreters.wish(session, person, InterpreterStatus.PENDING)


async def test_nothing_waits_in_an_empty_house(own_house: House) -> None:
    for role in STAFF_ROLES:
        assert await _waiting(own_house, await a_person(own_house, role=role)) == {}, role


async def test_a_coordinator_has_those_who_need_an_interpreter_now_and_not_themselves(own_house: House) -> None:
    cora, maria, james = await a_person(own_house, role=Role.COORDINATOR), *[await a_person(own_house) for _ in "12"]
    for person in (cora, maria, james):
        await _needs_an_interpreter(own_house, person)
    async with own_house.transaction(james) as session:
        await interpreters.wish(session, james, InterpreterStatus.NOT_REQUIRED)
    assert await _waiting(own_house, cora) == {Queue.INTERPRETERS: 1}
    assert await _waiting(own_house, await a_person(own_house, role=Role.INTERPRETER)) == {}


async def test_a_preparer_has_reviews_that_nobody_holds_and_help_on_which_they_have_not_spoken(
    own_house: House,
) -> None:
    dana, kim = [await a_person(own_house, role=Role.PREPARER) for _ in "12"]
    first, _ = await asked(own_house), await asked(own_house)
    address = an_address()
    await a_person(own_house, address=address)
    await asked_for_help(own_house, address)
    expected = {Queue.REVIEWS: 2, Queue.RECOVERY: 1, Queue.FEEDBACK: 1}
    assert await _waiting(own_house, kim) == expected
    await take(own_house, dana, first)
    assert await _waiting(own_house, kim) == {**expected, Queue.REVIEWS: 1}
    assert await _waiting(own_house, await a_person(own_house, role=Role.AUDITOR)) == {}


async def test_an_administrator_reviews_what_others_did_and_roles_that_are_overdue(own_house: House) -> None:
    address = an_address()
    await a_person(own_house, address=address)
    lee, ann, sam = [
        await a_person(own_house, role=role) for role in (Role.ADMINISTRATOR, Role.ADMINISTRATOR, Role.SUPPORT_AGENT)
    ]
    for staff in (lee, sam):
        async with own_house.transaction(staff) as session:
            await emergency.begin(session, staff, address, REASON)
    assert await _waiting(own_house, lee) == {Queue.EMERGENCIES: 1}
    assert await _waiting(own_house, ann) == {Queue.EMERGENCIES: 2}
    assert await _waiting(own_house, sam) == {}
    assert isinstance(own_house.clock, FixedClock)
    own_house.clock.advance(timedelta(days=91))
    async with own_house.transaction(ann) as session:
        roles, _ = sorted(await waiting_for(session, ann), key=lambda each: each.queue, reverse=True)
    assert (roles.queue, roles.count) == (Queue.ROLES, 2)
    assert own_house.clock.now() - roles.since == timedelta(days=1)


async def test_what_waits_longest_comes_first(own_house: House) -> None:
    dana = await a_person(own_house, role=Role.PREPARER)
    await asked(own_house)
    assert isinstance(own_house.clock, FixedClock)
    own_house.clock.advance(timedelta(hours=1))
    await asked_for_help(own_house, an_address())
    async with own_house.transaction(dana) as session:
        assert next(iter(await waiting_for(session, dana))).queue is Queue.REVIEWS
