"""A customer, a preparer, and a review between them."""

from dataclasses import dataclass
from uuid import UUID

from db.values.people import Role
from services.house import House
from services.returns import answering
from services.reviews import asking, queueing, reading, taking
from services.reviews.queueing import Queue
from services.reviews.reading import Seen
from services.visitor import Person
from tests.factories import a_person, an_address, an_estimate

ANSWERS = (
    ("filing_status", "single"),
    ("taxpayer.date_of_birth", "1988-04-12"),
    ("taxpayer.wages", "31200"),
    ("payments.federal_income_tax_withheld", "2184"),
)


@dataclass(frozen=True)
class Asked:
    """Maria, who has asked for a review of her return."""

    maria: Person
    address: str
    return_id: UUID
    review_id: UUID


async def a_return(house: House, person: Person) -> UUID:
    """A return with everything that a result needs."""
    return_id = await an_estimate(house, person)
    for path, value in ANSWERS:
        await answered(house, person, return_id, path, value)
    return return_id


async def answered(house: House, person: Person, return_id: UUID, path: str, value: object) -> None:
    """One answer of a return."""
    async with house.transaction(person) as session:
        await answering.save_answer(session, person, value, return_id=return_id, path=path)


async def asked(house: House) -> Asked:
    """A new customer who asks for a review."""
    address = an_address()
    maria = await a_person(house, address=address)
    return_id = await a_return(house, maria)
    async with house.transaction(maria) as session:
        seen = await asking.ask(session, maria, return_id=return_id)
    return Asked(maria, address, return_id, seen.id)


async def a_preparer(house: House) -> Person:
    """Somebody who takes reviews."""
    return await a_person(house, role=Role.PREPARER)


async def take(house: House, preparer: Person, review: Asked) -> None:
    """The preparer takes it."""
    async with house.transaction(preparer) as session:
        await taking.take(session, preparer, review_id=review.review_id)


async def hers(house: House, review: Asked) -> Seen:
    """The review as Maria sees it."""
    async with house.transaction(review.maria) as session:
        seen = await reading.latest_of(session, review.maria, return_id=review.return_id)
    assert seen
    return seen


async def theirs(house: House, preparer: Person, review: Asked) -> Seen:
    """The review as its preparer sees it."""
    async with house.transaction(preparer) as session:
        return await reading.review_at(session, preparer, review_id=review.review_id)


async def queue_of(house: House, preparer: Person) -> Queue:
    """What waits for a preparer."""
    async with house.transaction(preparer) as session:
        return await queueing.queue(session, preparer)
