"""What we know of the account that somebody asks for, so that staff can compare it with what they say.

It shows how the account was used, and nothing of what is in it: no address, no figure of a return.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from db.tables.people import Account, BrowserSession
from db.tables.returns import ReturnMember, TaxReturn
from db.tables.ways_in.organisations import OrganisationLink
from db.tables.ways_in.passkeys import Passkey
from db.tables.ways_in.recovery import RecoveryRequest
from db.values.accounts import RecoveryState
from services import audit
from services.accounts import addresses
from services.accounts.device_names import DeviceName, in_words
from services.accounts.organisations.links import name_of
from services.accounts.recovery.waiting import RECOVERY
from services.accounts.second_steps import authenticator
from services.errors import Conflict
from services.house import DbSession, House
from services.privacy import under_way
from services.privacy.under_way import Leaves
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What its owner can be expected to know, and until when they can be back. A demo account belongs to nobody.

    `leaves` is when the account is deleted, if somebody asked for that.
    """

    is_demo: bool
    leaves: Leaves | None
    made_at: datetime
    last_seen_at: datetime | None
    has_password: bool
    passkeys: int
    second_step_since: datetime | None
    organisations: list[str]
    devices: list[str]
    estimates: list[int]


async def facts_of(house: House, person: Person, *, request_id: UUID) -> Facts | None:
    """What we know; None when no account has the address that was given. Its owner can read that somebody looked.

    Conflict once the request is decided: then nobody has anything to compare.
    """
    async with house.transaction(RECOVERY) as session:
        request = await session.get_one(RecoveryRequest, request_id)
        if request.state != RecoveryState.OPEN:
            raise Conflict("recovery.over")
        account = (await session.exec(select(Account).where(addresses.found_by(request.email_index)))).first()
        facts = await _facts(session, account) if account else None
    if account:
        async with house.transaction(person) as session:
            table, about = "recovery_request", account.id
            audit.record(session, person, "recovery.facts", subject_table=table, subject_id=request_id, about=about)
    return facts


async def _facts(session: DbSession, account: Account) -> Facts:
    theirs = BrowserSession.account_id == account.id
    names = select(BrowserSession.browser, BrowserSession.system).where(theirs).distinct()
    years = select(TaxReturn.tax_year).join(ReturnMember).where(ReturnMember.account_id == account.id)
    issuers = select(OrganisationLink.issuer).where(OrganisationLink.account_id == account.id)
    passkeys = select(func.count(col(Passkey.id))).where(Passkey.account_id == account.id)
    return Facts(
        account.is_demo,
        await under_way.leaves(session, account.id),
        account.created_at,
        (await session.exec(select(func.max(BrowserSession.last_seen_at)).where(theirs))).first(),
        account.password_hash is not None,
        (await session.exec(passkeys)).one(),
        await authenticator.confirmed_at(session, account.id),
        [name_of(session.house, issuer) for issuer in await session.exec(issuers)],
        sorted(in_words(DeviceName(*each)) for each in await session.exec(names)),
        sorted(await session.exec(years)),
    )
