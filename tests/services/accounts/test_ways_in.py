"""What counts as a way in to an account, so that nobody takes the last one away."""

from dataclasses import replace

import pytest

from db.tables.people import Account
from db.tables.ways_in.organisations import OrganisationLink
from db.types import new_id
from services.accounts import ways_in
from services.accounts.enrolment import DOOR
from services.accounts.organisations import links
from services.errors import Conflict
from services.house import House
from services.visitor import Person
from tests.factories import a_person
from tests.services.accounts.passkeys.having import a_device, added

COUNTY, GONE = "https://login.county.example", "https://login.gone.example"


@pytest.fixture
def with_county(house: House) -> House:
    """A house in whose settings the county is, and the other one is not any more."""

    class County:  # pylint: disable=too-few-public-methods  # all that is asked of it here
        issuer, name = COUNTY, "The county"

    known = {"county": County()}
    return replace(house, providers=replace(house.providers, organisations=known))  # type: ignore[arg-type]


async def _linked(house: House, person: Person, issuer: str) -> None:
    at = house.clock.now()
    async with house.transaction(person) as session:
        session.add(
            OrganisationLink(
                account_id=person.person_id, issuer=issuer, subject_index=new_id().bytes, linked_at=at, last_used_at=at
            )
        )


async def _without_password(house: House) -> Person:
    person = await a_person(house)
    async with house.transaction(DOOR) as session:
        (await session.get_one(Account, person.person_id)).password_hash = None
    return person


async def _is_only_one(house: House, person: Person) -> bool:
    async with house.transaction(person) as session:
        return await ways_in.is_only_one(session, person)


async def test_an_organisation_that_is_no_longer_set_up_is_no_way_in(with_county: House) -> None:
    person = await _without_password(with_county)
    await added(with_county, person, a_device(with_county))
    await _linked(with_county, person, GONE)
    assert await _is_only_one(with_county, person)
    await _linked(with_county, person, COUNTY)
    assert not await _is_only_one(with_county, person)


async def test_a_link_that_leads_nowhere_can_be_removed_and_the_last_way_in_not(with_county: House) -> None:
    person = await _without_password(with_county)
    for issuer in (GONE, COUNTY):
        await _linked(with_county, person, issuer)
    async with with_county.transaction(person) as session:
        by_issuer = {each.issuer: each.id for each in await links.links_of(session, person)}
        await links.remove(session, person, link_id=by_issuer[GONE])
        with pytest.raises(Conflict, match="last_way_in"):
            await links.remove(session, person, link_id=by_issuer[COUNTY])
