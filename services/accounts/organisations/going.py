"""Going to an organisation to sign in there, and coming back from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.values.accounts import WayIn
from services.accounts import addresses, enrolment, signing_in
from services.accounts.enrolment import DOOR
from services.accounts.organisations import links, proof, steps
from services.accounts.organisations.steps import Away, Undecided
from services.accounts.sessions import Opened
from services.errors import Conflict, Invalid, NotFound
from services.house import DbSession, House
from services.providers.organisations import Identity, return_address
from services.providers.organisations.identity_provider import IdentityProvider
from services.visitor import Guest, Person, Visitor

DECISION = "/sign-in/organisation"
"""The page on which somebody decides who has come back and is not known."""


@dataclass(frozen=True, slots=True)
class Onward:
    """Where somebody goes now, with which token for the way, and with which session if they were let in."""

    to: str
    token: str = ""
    opened: Opened[Person | Guest] | None = None


async def go(
    house: House, *, organisation: str, back_to: str, links_to: Person | None = None, anew: bool = False
) -> Onward:
    """Send somebody to sign in there; NotFound for one that is not set up.

    `links_to` is who wants to link it; `anew` is for somebody who is signed in and shows again who they are.
    """
    provider = provider_of(house, organisation)
    away = Away(organisation, back_to, str(links_to.person_id) if links_to else "")
    home = return_address(house.settings, organisation)
    address = await provider.address(away.secrets, back_to=home, now=house.clock.now(), anew=anew)
    async with house.transaction(DOOR) as session:
        return Onward(address, token=await steps.keep(session, away))


async def come_back(
    house: House, visitor: Visitor, *, organisation: str, answer: Mapping[str, str], token: str
) -> Onward:
    """Let somebody in who is linked to an account; whoever is not decides first. Conflict when neither can be."""
    provider = provider_of(house, organisation)
    async with house.transaction(DOOR) as session:
        away = await steps.take(session, Away, token)
    if away is None or away.organisation != organisation or not is_still(visitor, away.account_id):
        raise Conflict("organisation.begin_again")
    home = return_address(house.settings, organisation)
    identity = await provider.identity(answer, away.secrets, back_to=home, now=house.clock.now())
    async with house.transaction(DOOR) as session:
        account = await links.account_of(session, identity)
        if account is None:
            return Onward(DECISION, token=await _to_decide(session, away, identity))
    if not away.account_id:
        opened = await signing_in.let_in(house, visitor, account, way=WayIn.ORGANISATION)
        await proof.judge(house, opened, identity)
        return Onward(away.back_to, opened=opened)
    if str(account.id) != away.account_id:
        raise Conflict("organisation.linked_elsewhere")
    return Onward(away.back_to)


def provider_of(house: House, organisation: str) -> IdentityProvider:
    """The organisation that the settings call so. NotFound if there is none."""
    if organisation not in house.providers.organisations:
        raise NotFound
    return house.providers.organisations[organisation]


def is_still(visitor: Visitor, account_id: str) -> bool:
    """Whether this is who set out to link an account; anybody, when it was to sign in."""
    return not account_id or (isinstance(visitor, Person) and str(visitor.person_id) == account_id)


async def _to_decide(session: DbSession, away: Away, identity: Identity) -> str:
    """The token with which it is decided. Without an account to link it to, a new one must be possible."""
    if not away.account_id:
        try:
            address = addresses.checked(identity.address)
        except Invalid:
            raise Conflict("organisation.no_address") from None
        if await enrolment.account_at(session, address):
            raise Conflict("organisation.has_account")
    return await steps.keep(session, Undecided(away.organisation, away.back_to, away.account_id, identity))
