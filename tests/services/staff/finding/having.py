"""Customers to be found, and searches for them."""

from db.values.people import Role
from services import preferences
from services.house import House
from services.intake.who import profile
from services.intake.who.profile import Profile
from services.preferences import Preferences
from services.staff.finding import searching
from services.staff.finding.searching import FoundPage, Place
from services.staff.finding.wanted import NO_WORDS, Wanted, Words
from services.visitor import Person
from tests.factories import a_person, an_assignment

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
