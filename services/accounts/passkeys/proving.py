"""Showing anew with a passkey that an account is one's own. It is two factors in one, so nothing else is asked."""

from services import audit
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.accounts.passkeys import challenges, keeping
from services.accounts.passkeys.challenges import Purpose
from services.accounts.passkeys.checking import holder
from services.accounts.passkeys.questions import to_be_signed
from services.errors import Invalid
from services.house import House
from services.visitor import Person


async def question(house: House, person: Person) -> str:
    """What the browser asks the device, in JSON (Web Authentication, 5.5). Only this person's passkeys may answer."""
    async with house.transaction(person) as session:
        rows = await keeping.rows_of(session, person)
    async with house.transaction(DOOR) as session:
        challenge = await challenges.ask(session, person, Purpose.PROVE)
    return to_be_signed(house, challenge, only_by=rows)


async def prove(house: House, person: Person, *, sent: str) -> sessions.Opened[Person]:
    """The session goes on under a new token; Invalid('passkey') if the answer is not right, or somebody else's."""
    account = await holder(house, person, sent=sent, purpose=Purpose.PROVE)
    if account.id != person.person_id:
        raise Invalid("passkey", "passkey.not_yours")
    async with house.transaction(DOOR) as session:
        opened = await sessions.prove(session, person, two_factors=True)
        audit.record(session, DOOR, "proof.done", subject_table="account", subject_id=account.id)
    return opened
