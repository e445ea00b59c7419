"""Two people and a joint return: invited, and in it."""

from dataclasses import dataclass
from email.message import EmailMessage
from uuid import UUID

from services.house import House
from services.returns.answering import save_answer
from services.returns.joint import answering, inviting
from services.visitor import Person
from tests.factories import an_address, an_estimate
from tests.letters import token_in
from tests.services.feedback.mailroom import empty, letters_of
from tests.services.trust.trusting import real_person


@dataclass(frozen=True)
class Couple:
    """Two people with their addresses, and the return of the first one."""

    rosa: Person
    sam: Person
    rosas: str
    sams: str
    return_id: UUID


async def a_couple(house: House) -> Couple:
    """Rosa with a joint return, and Sam, who knows nothing of it yet."""
    await empty(house)
    rosas, sams = an_address(), an_address()
    rosa, sam = await real_person(house, rosas), await real_person(house, sams)
    return_id = await an_estimate(house, rosa)
    await saved(house, rosa, return_id, "filing_status", "married_joint")
    return Couple(rosa, sam, rosas, sams, return_id)


async def saved(house: House, person: Person, return_id: UUID, path: str, value: object) -> None:
    """One answer of a return."""
    async with house.transaction(person) as session:
        await save_answer(session, person, value, return_id=return_id, path=path)


async def letter_of(house: House, couple: Couple, *, to: str = "") -> EmailMessage:
    """The letter to Sam, or to another address."""
    async with house.transaction(couple.rosa) as session:
        await inviting.invite(
            session, couple.rosa, return_id=couple.return_id, email=to or couple.sams, signed="Rosa Diaz"
        )
    [letter] = [each for each in await letters_of(house) if each["To"] == (to or couple.sams)]
    return letter


async def invite(house: House, couple: Couple, *, to: str = "") -> str:
    """The token in that letter."""
    return token_in(await letter_of(house, couple, to=to))


async def joined(house: House, couple: Couple) -> None:
    """Sam says yes."""
    await answering.accept(house, couple.sam, token=await invite(house, couple))
