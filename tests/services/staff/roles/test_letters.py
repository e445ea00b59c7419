"""Whoever is given a role, or loses one, is told by letter; whoever grants roles knows colleagues without a name."""

import pytest

from db.tables.staff import RoleGrant
from db.types import new_id
from db.values.people import Role
from services.house import House
from services.staff import names
from services.staff.roles import granting, reviewing
from services.staff.roles.granting import DESK
from services.visitor import Visitor
from tests.factories import a_person, an_account, an_address
from tests.services.feedback.mailroom import empty, letters_of


async def _grant(house: House, by: Visitor, address: str) -> None:
    async with house.transaction(by) as session:
        await granting.grant(session, by, address=address, role="preparer", name="Dana")


async def _end(house: House, by: Visitor, address: str) -> None:
    async with house.transaction(by) as session:
        grant_id = await reviewing.held_by(session, by, address=address, role="preparer")
        await reviewing.end(session, by, grant_id=grant_id)


@pytest.mark.parametrize("by_command", [False, True], ids=["administrator", "command"])
async def test_a_role_that_is_given_or_ended_is_told_to_whom_it_is_about(house: House, by_command: bool) -> None:
    by = DESK if by_command else await a_person(house, role=Role.ADMINISTRATOR)
    await a_person(house, address=(address := an_address()))
    await empty(house)
    await _grant(house, by, address)
    [given] = await letters_of(house, of_new_roles=True)
    assert (given["To"], given["Subject"]) == (address, "You have a new role in the MBTQ team")
    assert "tax preparer" in given.get_content()
    assert "Is this a surprise?" in given.get_content()
    await _end(house, by, address)
    [ended] = await letters_of(house, of_new_roles=True)
    assert (ended["To"], ended["Subject"]) == (address, "A role in the MBTQ team has ended for you")
    assert "tax preparer" in ended.get_content()


async def test_nobody_writes_to_a_demo_account(house: House) -> None:
    await empty(house)
    await an_account(house, role=Role.PREPARER, demo=True)
    assert await letters_of(house, of_new_roles=True) == []


@pytest.mark.usefixtures("nobody_works_here")
async def test_a_colleague_without_a_name_is_known_by_their_address_to_an_administrator_alone(house: House) -> None:
    lee, ada = await a_person(house, role=Role.ADMINISTRATOR), await a_person(house, role=Role.AUDITOR)
    dana, now = await a_person(house, address=(address := an_address())), house.clock.now()
    async with house.transaction(DESK) as session:
        session.add(RoleGrant(account_id=dana.person_id, role=Role.PREPARER, granted_at=now, confirmed_at=now))
    for by, called in ((lee, address), (ada, "a member of our team")):
        async with house.transaction(by) as session:
            found = {each.role: each.name for each in await reviewing.every_role(session, by)}
        assert found[Role.PREPARER] == called


@pytest.mark.parametrize("role", list(Role))
async def test_the_address_of_who_has_no_role_is_nobodys_to_know(house: House, role: Role) -> None:
    maria, staff = await a_person(house, address=an_address()), await a_person(house, role=role)
    async with house.transaction(staff) as session:
        assert await names.address_of_colleague(session, maria.person_id) == ""
        assert await names.address_of_colleague(session, new_id()) == ""
