"""Signing in with a passkey. Nobody is asked for an address, so nothing tells who has an account."""

from db.values.accounts import WayIn
from services.accounts import sessions, signing_in
from services.accounts.enrolment import DOOR
from services.accounts.passkeys import challenges
from services.accounts.passkeys.challenges import Purpose
from services.accounts.passkeys.checking import holder
from services.accounts.passkeys.questions import to_be_signed
from services.house import House
from services.visitor import Guest, Person


async def question(house: House, visitor: Person | Guest) -> str:
    """What the browser asks the device, in JSON (Web Authentication, 5.5). Any passkey for our name may answer."""
    async with house.transaction(DOOR) as session:
        challenge = await challenges.ask(session, visitor, Purpose.SIGN_IN)
    return to_be_signed(house, challenge)


async def sign_in(house: House, visitor: Person | Guest, *, sent: str) -> sessions.Opened[Person | Guest]:
    """Open a session for whose passkey has signed; Invalid('passkey') if the answer is not right."""
    account = await holder(house, visitor, sent=sent, purpose=Purpose.SIGN_IN)
    return await signing_in.let_in(house, visitor, account, way=WayIn.PASSKEY)
