"""What the first return from an organisation means is decided by one press of the person: a new account, or a link."""

from uuid import UUID

from db.values.accounts import WayIn
from services import policy, preferences
from services.accounts import addresses, enrolment, notices, signing_in
from services.accounts.enrolment import DOOR
from services.accounts.organisations import links, proof, steps
from services.accounts.organisations.going import Onward, is_still
from services.accounts.organisations.steps import Undecided
from services.accounts.sessions import Opened
from services.errors import Conflict, Invalid
from services.house import House
from services.preferences import Preferences
from services.providers.organisations import Identity
from services.visitor import Guest, Person, Visitor


async def waiting(house: House, visitor: Visitor, token: str) -> Undecided | None:
    """What this visitor has to decide."""
    async with house.transaction(DOOR) as session:
        undecided = await steps.look(session, Undecided, token)
    return undecided if undecided and is_still(visitor, undecided.account_id) else None


async def decide(house: House, visitor: Visitor, chosen: Preferences, token: str) -> Onward:
    """Do what the page has asked. Conflict when it is no longer to be decided."""
    async with house.transaction(DOOR) as session:
        undecided = await steps.take(session, Undecided, token)
    if undecided is None or not is_still(visitor, undecided.account_id):
        raise Conflict("organisation.begin_again")
    if undecided.account_id:
        policy.accounts.MANAGE_ORGANISATIONS.require(visitor)
        async with house.transaction(visitor) as session:
            account_id = UUID(undecided.account_id)
            await enrolment.refuse_if_shared(session, account_id)
            await links.add(session, visitor, undecided.identity, account_id=account_id)
            await notices.tell(session, visitor, account_id=account_id, event=notices.Event.ORGANISATION_ADDED)
        return Onward(undecided.back_to)
    policy.accounts.SIGN_UP.require(visitor)
    return Onward(undecided.back_to, opened=await _account(house, visitor, chosen, undecided.identity))


async def _account(house: House, visitor: Visitor, chosen: Preferences, identity: Identity) -> Opened[Person | Guest]:
    """Make an account without a password, and let its owner in."""
    address = addresses.checked(identity.address)
    try:
        async with house.transaction(DOOR) as session:
            account = await enrolment.make_account(session, address=address, password_hash=None)
            await links.add(session, DOOR, identity, account_id=account.id)
            await preferences.keep(session, account.id, chosen)
    except Invalid:  # somebody was faster
        raise Conflict("organisation.has_account") from None
    opened = await signing_in.let_in(house, visitor, account, way=WayIn.ORGANISATION)
    await proof.judge(house, opened, identity)
    return opened
