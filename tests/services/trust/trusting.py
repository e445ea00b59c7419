"""A customer who trusts somebody: invited by a letter, and accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.accounts import enrolment
from services.house import House
from services.trust import answering, helping, inviting
from services.trust.wishes import Wish
from services.visitor import Guest, Person
from tests.factories import an_address
from tests.letters import token_in
from tests.services.feedback.mailroom import letters_of

NAME = "Rosa Diaz"


@dataclass(frozen=True, slots=True)
class Trust:
    """Both people, the address of each, and the access that the one gave to the other."""

    customer: Person
    customers_address: str
    trusted: Person
    address: str
    access_id: UUID


async def real_person(house: House, address: str) -> Person:
    """Somebody with an account that is no demo, so that letters go to it."""
    async with house.transaction(enrolment.DOOR) as session:
        return (await enrolment.sign_up(session, Guest(), address=address, password_hash="x")).visitor


def wish_for(address: str, *, estimates: str = "see", talk: str = "", days: str = "30", documents: str = "") -> Wish:
    """A wish without mistakes."""
    return Wish(address, NAME, "interpreter", estimates, talk, days, documents)


async def invited(house: House, customer: Person, wish: Wish) -> str:
    """The token in the letter to the person whom this customer invites."""
    async with house.transaction(customer) as session:
        await inviting.invite(session, customer, wish)
    return token_in(next(letter for letter in await letters_of(house) if letter["To"] == wish.email))


async def trust(
    house: House, *, estimates: str = "see", talk: str = "", days: str = "30", documents: str = ""
) -> Trust:
    """A customer and an interpreter, who has accepted."""
    customers_address, address = an_address(), an_address()
    customer, trusted = await real_person(house, customers_address), await real_person(house, address)
    token = await invited(
        house, customer, wish_for(address, estimates=estimates, talk=talk, days=days, documents=documents)
    )
    await answering.accept(house, trusted, token=token)
    [there] = await customers_of(house, trusted)
    return Trust(customer, customers_address, trusted, address, there.access_id)


async def customers_of(house: House, trusted: Person) -> Sequence[helping.Helping]:
    """Who trusts this person now."""
    async with house.transaction(trusted) as session:
        return await helping.customers(session, trusted)
