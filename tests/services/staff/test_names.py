"""What tells two colleagues of one name apart: an address for who may know it, a reference for everybody else."""

import pytest

from db.values.people import Role
from services.house import House
from services.staff import names
from services.staff.access import assigning
from services.staff.roles import reviewing
from services.visitor import Person
from tests.factories import a_person, an_address, an_assignment

pytestmark = pytest.mark.usefixtures("nobody_works_here")


async def _apart(house: House, by: Person) -> set[tuple[str, str]]:
    async with house.transaction(by) as session:
        found = await reviewing.every_role(session, by)
    return {(each.name, each.apart) for each in found if each.role is Role.PREPARER}


async def test_an_administrator_reads_their_addresses_and_an_auditor_references(house: House) -> None:
    lee, ada = await a_person(house, role=Role.ADMINISTRATOR), await a_person(house, role=Role.AUDITOR)
    addresses = [an_address(), an_address()]
    both = [await a_person(house, role=Role.PREPARER, address=each) for each in addresses]
    assert await _apart(house, lee) == {("A preparer", each) for each in addresses}
    references = {("A preparer", f"account {names.reference_of(each.person_id)}") for each in both}
    assert await _apart(house, ada) == references


async def test_a_coordinator_reads_references_before_and_after_an_assignment(house: House) -> None:
    cora, maria = await a_person(house, role=Role.COORDINATOR), await a_person(house)
    dana, other = [await a_person(house, role=Role.PREPARER) for _ in range(2)]
    apart = {each.person_id: f"account {names.reference_of(each.person_id)}" for each in (dana, other)}
    await an_assignment(house, dana, maria, role=Role.PREPARER)
    async with house.transaction(cora) as session:
        assert {each.staff_id: each.apart for each in await assigning.assignable(session, cora)} == apart
        [assigned] = await assigning.every_assignment(session, cora)
    assert assigned.apart == apart[dana.person_id]
