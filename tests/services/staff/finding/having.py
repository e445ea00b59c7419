"""Customers to be found, and searches for them."""

from datetime import date
from uuid import UUID

from db.values.people import Role
from services import preferences
from services.house import House
from services.intake.who import profile
from services.intake.who.profile import Profile
from services.preferences import Preferences
from services.returns.filed import marking
from services.staff.finding import searching
from services.staff.finding.searching import FoundPage, Place
from services.staff.finding.wanted import NO_WORDS, Wanted, Words
from services.visitor import Person
from tests.factories import a_person, an_assignment
from tests.services.reviews.reviewing import a_return, answered

ANYBODY = Wanted()


async def a_customer(
    house: House, name: str = "", residence: str = "", *, address: str = "", talk: str = "Text_Only"
) -> Person:
    """Somebody who told this of themselves."""
    made = await a_person(house, address=address)
    async with house.transaction(made) as session:
        await profile.save(session, made, Profile(name, residence))
        await preferences.keep(session, made.person_id, preferences.changed(Preferences(), {"talk": talk}))
    return made


async def a_filed_return(house: House, customer: Person, *days: date) -> UUID:
    """A return that they say to have filed on the first of these days, and amended on the others."""
    return_id = await a_return(house, customer)
    for number, day in enumerate(days):
        await answered(house, customer, return_id, "taxpayer.wages", str(40_000 + number))
        async with house.transaction(customer) as session:
            await marking.mark(session, customer, return_id=return_id, filed_on=day, reason="A form came late.")
    return return_id


async def there_for(house: House, customer: Person, role: Role) -> Person:
    """Somebody of our team who is assigned to a customer."""
    staff = await a_person(house, role=role)
    await an_assignment(house, staff, customer, role=role)
    return staff


async def found_by(
    house: House,
    staff: Person,
    wanted: Wanted = ANYBODY,
    words: Words = NO_WORDS,
    after: Place | None = None,
) -> FoundPage:
    """What a search finds."""
    async with house.transaction(staff) as session:
        return await searching.search(session, staff, wanted, words, after=after)


async def names_found(house: House, staff: Person, wanted: Wanted = ANYBODY, **words: str) -> list[str]:
    """The names of whom a search finds, in its order."""
    return [each.name for each in (await found_by(house, staff, wanted, Words(**words))).listed]
