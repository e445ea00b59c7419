"""People and things that tests are about, made through the services that make real ones."""

from itertools import count
from uuid import UUID

from db.values.people import Role
from services.accounts import enrolment, sessions
from services.house import House
from services.returns import answering, listing, opening
from services.returns.estimate import Estimate
from services.staff.access import assigning
from services.staff.roles import granting
from services.visitor import Guest, Person

PASSWORD = "a password of some length"
_HASH = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$bA8rkWkenn/fihlxmNViVw"  # of PASSWORD
"""Cheap on purpose; passwords.py is tested with its real cost."""
_number = count(1)


def an_address() -> str:
    """An address that no other test uses."""
    return f"somebody-{next(_number)}@people.example"


async def a_person(
    house: House, *, role: Role = Role.CUSTOMER, address: str = "", password_hash: str = "", demo: bool = False
) -> Person:
    """Somebody with an account, signed in."""
    opened = await an_account(house, role=role, address=address, password_hash=password_hash, demo=demo)
    return opened.visitor


async def an_account(
    house: House, *, role: Role = Role.CUSTOMER, address: str = "", password_hash: str = "", demo: bool = False
) -> sessions.Opened[Person]:
    """The same, with the token of their session; who works for us has shown two factors in it."""
    address = address or an_address()
    async with house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(
            session, Guest(), address=address, password_hash=password_hash or _HASH, demo=demo
        )
    if role is Role.CUSTOMER:
        return opened
    async with house.transaction(granting.DESK) as session:
        await granting.grant(session, granting.DESK, address=address, role=role, name=f"A {role.replace('_', ' ')}")
    async with house.transaction(enrolment.DOOR) as session:
        return await sessions.prove(session, opened.visitor, two_factors=True)


async def a_guest(house: House) -> Guest:
    """Somebody without an account who has begun something."""
    async with house.transaction(enrolment.DOOR) as session:
        return (await sessions.open_for_guest(session)).visitor


async def an_estimate(house: House, visitor: Person | Guest, *, tax_year: int = 2025) -> UUID:
    """A refund estimate that this visitor began."""
    async with house.transaction(visitor) as session:
        return await opening.begin(session, visitor, tax_year=tax_year)


async def a_cost(house: House, visitor: Person | Guest, return_id: UUID, **told: object) -> Estimate:
    """A cost for hearing on an estimate, with what is told about it."""
    async with house.transaction(visitor) as session:
        estimate = await listing.add_cost(session, visitor, return_id=return_id)
        path = f"costs.{estimate.answers.costs[-1].id}"
        for name, value in told.items():
            estimate = await answering.save_answer(session, visitor, value, return_id=return_id, path=f"{path}.{name}")
    return estimate


async def an_assignment(house: House, staff: Person, customer: Person, *, role: Role) -> UUID:
    """Somebody who works for us is assigned to a customer."""
    coordinator = await a_person(house, role=Role.COORDINATOR)
    async with house.transaction(coordinator) as session:
        made = await assigning.assign(
            session, coordinator, customer_id=customer.person_id, staff_id=staff.person_id, role=role
        )
    return made.id
