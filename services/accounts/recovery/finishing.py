"""The link at the end: a new password, and no old way in any more.

What was lost counts as stolen (NIST SP 800-63B-4, 4.3), so that passkeys, apps, codes and organisations go with it.
"""

import asyncio
from dataclasses import dataclass
from functools import partial

from sqlmodel import col, select, update

from db.tables.people import Account
from db.tables.ways_in.recovery import RecoveryRequest
from db.values.accounts import RecoveryState
from services import audit
from services.accounts import addresses, notices, passwords, ways_in
from services.accounts.changes.password import put
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.everybody_out import everybody_out
from services.accounts.recovery.waiting import UNDER_WAY
from services.errors import Conflict, NotFound
from services.house import DbSession, House
from services.privacy import leaving, under_way
from services.privacy.under_way import Leaves
from services.tokens import hash_of


@dataclass(frozen=True, slots=True)
class Opens:
    """The address of the account that a link opens, and when that account is deleted, if its owner asked for it."""

    address: str
    leaves: Leaves | None


async def opens(house: House, *, token: str) -> Opens:
    """What this link opens. NotFound when it opens nothing, or no longer, as an account that is due."""
    async with house.transaction(DOOR) as session:
        _, account, told = await _found(session, token)
        return Opens(addresses.address_of(house, account), told)


async def set_password(house: House, *, token: str, password: str, keeps: bool, device: DeviceName) -> None:
    """Set a password that has no problems, and end every other way in. NotFound as above, or Invalid('password').

    Of an account that is to be deleted, only for who keeps it, which takes the deletion back: Conflict otherwise.
    Nobody is signed in by it: the new password is typed once more.
    """
    address = (await opens(house, token=token)).address
    await asyncio.to_thread(partial(passwords.check, password, address=address))
    password_hash = await passwords.hashed(password)
    async with house.transaction(DOOR) as session:
        request, account, told = await _found(session, token)
        if told:
            if not keeps:
                raise Conflict("recovery.leaving")
            await leaving.keep(session, account.id, event=notices.Event.ACCOUNT_KEPT)
        others = update(RecoveryRequest).where(col(RecoveryRequest.account_id) == account.id, UNDER_WAY)
        await session.exec(others.values(state=RecoveryState.STOPPED, token_hash=None))
        request.state, request.token_hash = RecoveryState.DONE, None
        await ways_in.remove_all(session, account.id)
        put(session, account, password_hash, is_enough_alone=passwords.is_enough_alone(password))
        await everybody_out(session, account.id)
        audit.record(session, DOOR, "recovery.done", subject_table="account", subject_id=account.id)
        await notices.tell(session, DOOR, account_id=account.id, event=notices.Event.RECOVERED, device=device)


async def _found(session: DbSession, token: str) -> tuple[RecoveryRequest, Account, Leaves | None]:
    now = session.house.clock.now()
    query = select(RecoveryRequest).where(
        RecoveryRequest.token_hash == hash_of(token),
        RecoveryRequest.state == RecoveryState.LINK,
        col(RecoveryRequest.until) > now,
    )
    request = (await session.exec(query.with_for_update())).first()
    account = await session.get(Account, request.account_id, with_for_update=True) if request else None
    told = await under_way.leaves(session, account.id) if account else None
    if request is None or account is None or (told and told.is_over(now)):
        raise NotFound("recovery.link_over")
    return request, account, told
