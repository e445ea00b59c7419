"""Roles are granted and ended by somebody else, count at once, and are looked at every ninety days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.types import new_id
from db.values.people import Role
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import House
from services.staff.roles import granting, reviewing
from services.staff.roles.granting import DESK
from services.visitor import Person, Visitor
from tests.db.asking import ask, everything
from tests.factories import a_person, an_address, an_assignment


async def _grant(house: House, by: Visitor, address: str, role: str, name: str = "Dana") -> None:
    async with house.transaction(by) as session:
        await granting.grant(session, by, address=address, role=role, name=name)


async def _now(house: House, person: Person) -> Person:
    async with house.transaction(DOOR) as session:
        found = await sessions.still_open(session, person.session_id)
    assert isinstance(found, Person)
    return found


async def test_a_role_counts_from_the_next_event_on_and_until_the_event_after_its_end(house: House) -> None:
    lee, address = await a_person(house, role=Role.ADMINISTRATOR), an_address()
    dana = await a_person(house, address=address)
    async with house.transaction(DOOR) as session:
        await sessions.prove(session, dana, two_factors=True)
    await _grant(house, lee, address, "preparer")
    await _grant(house, lee, address, "coordinator")
    assert (await _now(house, dana)).roles == {Role.PREPARER, Role.COORDINATOR}
    async with house.transaction(lee) as session:
        grant_id = await reviewing.held_by(session, lee, address=address, role="preparer")
        await reviewing.end(session, lee, grant_id=grant_id)
    assert (await _now(house, dana)).roles == {Role.COORDINATOR}


async def test_a_role_without_a_second_factor_gives_no_right(house: House) -> None:
    address = an_address()
    dana = await a_person(house, address=address)
    await _grant(house, DESK, address, "preparer")
    now = await _now(house, dana)
    assert (now.roles, now.lacks_second_step) == (frozenset(), True)


async def test_what_can_t_be_granted_is_refused_in_words(house: House) -> None:
    lee, address = await a_person(house, role=Role.ADMINISTRATOR, address=(own := an_address())), an_address()
    for each in (address, nameless := an_address()):
        await a_person(house, address=each)
    await _grant(house, lee, address, "preparer")
    for asked, code in (
        ((own, "auditor", "Lee"), "role.not_yourself"),
        ((an_address(), "auditor", "Nobody"), "staff.no_account"),
        ((address, "customer", "Dana"), "choice.unknown"),
        ((nameless, "auditor", " \u202e"), "staff.name_missing"),
        ((address, "auditor", 81 * "D"), "staff.name_too_long"),
        ((address, "preparer", "Dana"), "role.held_already"),
        ((address, "auditor", "Dani"), "staff.named_already"),
    ):
        with pytest.raises((Invalid, Conflict)) as refused:
            await _grant(house, lee, *asked)
        assert refused.value.code == code


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
async def test_nobody_else_may_grant(house: House, role: Role) -> None:
    address = an_address()
    await a_person(house, address=address)
    with pytest.raises(NotAllowed):
        await _grant(house, await a_person(house, role=role), address, "auditor")


async def test_an_administrator_neither_confirms_nor_ends_a_role_of_their_own(house: House) -> None:
    own = an_address()
    lee = await a_person(house, role=Role.ADMINISTRATOR, address=own)
    async with house.transaction(lee) as session:
        grant_id = await reviewing.held_by(session, lee, address=own, role="administrator")
        for act in (reviewing.confirm, reviewing.end):
            with pytest.raises((NotAllowed, NotFound)):
                await act(session, lee, grant_id=grant_id)


async def test_whoever_loses_a_role_loses_the_assignments_with_it_and_gets_none_back(house: House) -> None:
    address = an_address()
    dana, maria = await a_person(house, role=Role.PREPARER, address=address), await a_person(house)
    await an_assignment(house, dana, maria, role=Role.PREPARER)
    async with house.transaction(DESK) as session:
        grant_id = await reviewing.held_by(session, DESK, address=address, role="preparer")
        await reviewing.end(session, DESK, grant_id=grant_id)
    await _grant(house, DESK, address, "preparer", "")
    assert [row["ended_at"] is None for row in await everything(house, dana, "assignment")] == [False]
    [row] = await ask(house, dana, "select app_reaches_customer(:id) as answer", id=maria.person_id)
    assert row["answer"] is False


@pytest.mark.usefixtures("nobody_works_here")
async def test_a_role_that_nobody_confirmed_for_ninety_days_comes_first(house: House) -> None:
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    later = replace(house, clock=FixedClock(house.clock.now() + timedelta(days=90)))
    address = an_address()
    await a_person(later, role=Role.AUDITOR, address=address)
    async with later.transaction(lee) as session:
        found = await reviewing.every_role(session, lee)
    assert [(each.role, each.is_overdue, each.is_own) for each in found] == [
        (Role.ADMINISTRATOR, True, True),
        (Role.AUDITOR, False, False),
    ]


@pytest.mark.usefixtures("nobody_works_here")
async def test_a_role_that_is_confirmed_is_good_for_ninety_days_more(house: House) -> None:
    dana = await a_person(house, role=Role.PREPARER, address=(address := an_address()))
    later = replace(house, clock=FixedClock(house.clock.now() + timedelta(days=100)))
    lee = await a_person(later, role=Role.ADMINISTRATOR)
    async with later.transaction(lee) as session:
        grant_id = await reviewing.held_by(session, lee, address=address, role="preparer")
        await reviewing.confirm(session, lee, grant_id=grant_id)
        assert not any(each.is_overdue for each in await reviewing.every_role(session, lee))
    [row] = await everything(house, dana, "role_grant")
    assert row["confirmed_by"] == lee.person_id


async def test_a_made_up_grant_is_not_found(house: House) -> None:
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    async with house.transaction(lee) as session:
        for act in (reviewing.confirm, reviewing.end):
            with pytest.raises(NotFound):
                await act(session, lee, grant_id=new_id())
