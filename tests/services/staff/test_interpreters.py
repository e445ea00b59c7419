"""A coordinator decides about interpreters; everybody else sees of a customer's intake what their work needs."""

import pytest
from sqlalchemy.exc import DBAPIError

from db.values.intake import CallKind, InterpreterStatus, Program, SignMode
from db.values.people import ASSIGNED_ROLES, Role
from services.errors import Conflict, NotAllowed
from services.house import House
from services.intake import interpreters as intake
from services.intake import keeping
from services.intake.answers import Communication, Needs
from services.staff import customers, interpreters, names
from services.visitor import Person
from tests.db.asking import ask, everything
from tests.factories import a_person, an_address, an_assignment
from tests.services.feedback.mailroom import empty, letters_of

PENDING, APPROVED, OWN = InterpreterStatus.PENDING, InterpreterStatus.APPROVED, InterpreterStatus.SELF_PROVIDED
TOLD = Communication(language="ase", mode=SignMode.SEEN, call_kind=CallKind.VRS, number="+12025550123")
pytestmark = pytest.mark.usefixtures("nobody_works_here")


async def _customer(house: House, wish: InterpreterStatus | None = PENDING, *, address: str = "") -> Person:
    maria = await a_person(house, address=address)
    async with house.transaction(maria) as session:
        await keeping.save(session, maria, TOLD)
        await keeping.save(session, maria, Needs(programs=(Program.SSI,)))
        if wish:
            await intake.wish(session, maria, wish)
    return maria


async def _decide(house: House, coordinator: Person, maria: Person, status: InterpreterStatus) -> None:
    async with house.transaction(coordinator) as session:
        await interpreters.decide(session, coordinator, customer_id=maria.person_id, status=status)


async def _steps(house: House, maria: Person) -> list[tuple[InterpreterStatus, bool]]:
    async with house.transaction(maria) as session:
        return [(step.status, step.by_us) for step in await intake.own_steps(session, maria)]


@pytest.mark.parametrize("role", ASSIGNED_ROLES)
async def test_whoever_is_assigned_sees_how_to_reach_a_customer_and_nothing_of_their_health(
    house: House, role: Role
) -> None:
    maria, staff = await _customer(house), await a_person(house, role=role)
    assert await everything(house, staff, "communication_profile") == []
    await an_assignment(house, staff, maria, role=role)
    async with house.transaction(staff) as session:
        seen = await customers.customer_at(session, staff, customer_id=maria.person_id)
    assert seen.communication == TOLD
    assert [step.status for step in seen.interpreter] == [PENDING]
    assert await everything(house, staff, "needs_assessment") == []


async def test_a_coordinator_sees_who_needs_an_interpreter_and_no_others(house: House) -> None:
    maria, _, cora = await _customer(house), await _customer(house, OWN), await a_person(house, role=Role.COORDINATOR)
    await _customer(house, None)
    async with house.transaction(cora) as session:
        [wish] = [each for each in await interpreters.wishes(session, cora) if each.customer_id == maria.person_id]
        assert len(await interpreters.wishes(session, cora)) == 1
    assert wish.communication.language == "ase"
    seen = {row["account_id"] for row in await everything(house, cora, "communication_profile")}
    assert seen == {maria.person_id}


async def test_each_decision_is_a_step_that_the_customer_reads_and_the_same_twice_is_none(house: House) -> None:
    maria, cora = await _customer(house), await a_person(house, role=Role.COORDINATOR)
    for status in (APPROVED, APPROVED, PENDING):
        await _decide(house, cora, maria, status)
    assert await _steps(house, maria) == [(PENDING, False), (APPROVED, True), (PENDING, True)]
    told = await everything(house, maria, "audit_record")
    acts = [str(row["act"]) for row in told if str(row["act"]).startswith("interpreter.")]
    assert acts == ["interpreter.approved", "interpreter.pending"]


async def test_each_decision_is_told_by_a_letter_and_the_same_twice_is_not(house: House) -> None:
    maria, cora = await _customer(house, address=(address := an_address())), await a_person(
        house, role=Role.COORDINATOR
    )
    await empty(house)
    for status in (APPROVED, APPROVED, PENDING):
        await _decide(house, cora, maria, status)
    letters = await letters_of(house)
    assert [letter["To"] for letter in letters] == [address, address]
    told = [letter.get_content() for letter in letters]
    assert ["is approved" in told[0], "not approved any more" in told[1]] == [True, True]


@pytest.mark.parametrize("role", list(Role))
async def test_only_a_coordinator_has_the_address_of_who_asks_for_an_interpreter(house: House, role: Role) -> None:
    asks, asks_not = await _customer(house, address=(address := an_address())), await _customer(house, None)
    staff = await a_person(house, role=role)
    async with house.transaction(staff) as session:
        assert await names.contact_about_interpreter(session, asks_not.person_id) == ""
        known = await names.contact_about_interpreter(session, asks.person_id)
    assert known == (address if role is Role.COORDINATOR else "")


async def test_who_asks_again_for_what_is_approved_does_not_undo_it(house: House) -> None:
    maria, cora = await _customer(house), await a_person(house, role=Role.COORDINATOR)
    await _decide(house, cora, maria, APPROVED)
    async with house.transaction(maria) as session:
        await intake.wish(session, maria, PENDING)
    assert (await _steps(house, maria))[-1] == (APPROVED, True)


@pytest.mark.parametrize("wish", [OWN, InterpreterStatus.NOT_REQUIRED, None])
async def test_nothing_is_decided_for_who_does_not_ask(house: House, wish: InterpreterStatus | None) -> None:
    maria, cora = await _customer(house, wish), await a_person(house, role=Role.COORDINATOR)
    with pytest.raises(Conflict):
        await _decide(house, cora, maria, APPROVED)


async def test_no_coordinator_decides_for_themselves_or_for_a_status_that_is_the_customers(house: House) -> None:
    maria, cora = await _customer(house), await a_person(house, role=Role.COORDINATOR)
    with pytest.raises(NotAllowed):
        await _decide(house, cora, cora, APPROVED)
    with pytest.raises(Conflict):
        await _decide(house, cora, maria, OWN)


async def test_nobody_writes_an_approval_by_a_careless_query(house: House) -> None:
    maria, james = await _customer(house), await a_person(house)
    insert = (
        "insert into interpreter_step (id, account_id, status, taken_at, decided_by) "
        f"select gen_random_uuid(), '{maria.person_id}', 'Approved', now(), "
    )
    for who in (maria, james, await a_person(house, role=Role.PREPARER)):
        with pytest.raises(DBAPIError, match="row-level security"):
            await ask(house, who, f"{insert}'{who.person_id}'")
