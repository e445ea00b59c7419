"""From the second agreement to the link: a day in which the owner is told, and can stop it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from db.tables.people import Account
from db.tables.ways_in.recovery import RecoveryRequest, RecoveryVerdict
from db.values.accounts import RecoveryState
from services import audit, mail
from services.accounts import addresses
from services.accounts.changes import wishes
from services.errors import Conflict, NotFound
from services.house import DbSession, House
from services.tokens import hash_of, new_token
from services.visitor import Person, System
from services.words import moment

RECOVERY = System("recovery")
MUST_AGREE = 2
WAITS = timedelta(hours=24)
LINK_LASTS = timedelta(hours=24)
"""The longest that a code in an e-mail may be good (NIST SP 800-63B-4, 4.2.1.2)."""
UNDER_WAY = or_(*(col(RecoveryRequest.state) == state for state in (RecoveryState.WAITING, RecoveryState.LINK)))


async def judge(house: House, request_id: UUID) -> None:
    """Refused by one, it is over; agreed on by two, the waiting begins. Run twice, it finds that done."""
    async with house.transaction(RECOVERY) as session:
        request = await session.get(RecoveryRequest, request_id, with_for_update=True)
        if request is None or request.state != RecoveryState.OPEN:
            return
        verdicts = (await session.exec(select(RecoveryVerdict).where(RecoveryVerdict.request_id == request_id))).all()
        if not all(each.agrees for each in verdicts):
            request.state = RecoveryState.REFUSED
        elif len(verdicts) >= MUST_AGREE:
            await _begin(session, request)
        session.tell(news_of(request_id), b"")


def news_of(request_id: UUID) -> str:
    """The channel on which it is told that somebody has said what they found, and that it may be decided."""
    return f"recovery {request_id}"


async def due(session: DbSession) -> list[UUID]:
    """Whose waiting is over. Run as System('recovery')."""
    return list(await session.exec(select(RecoveryRequest.id).where(*_is_due(session))))


async def send_link(house: House, request_id: UUID) -> None:
    """Write the letter with the link, if the waiting is over. Run twice, it finds that done."""
    async with house.transaction(RECOVERY) as session:
        query = select(RecoveryRequest).where(RecoveryRequest.id == request_id, *_is_due(session))
        request = (await session.exec(query.with_for_update())).first()
        if request is None:
            return
        account, token = await session.get_one(Account, request.account_id), new_token()
        request.state, request.token_hash = RecoveryState.LINK, hash_of(token)
        request.until = house.clock.now() + LINK_LASTS
        audit.record(session, RECOVERY, "recovery.link", subject_table="account", subject_id=account.id)
        to = addresses.address_of(house, account)
        await mail.post(session, RECOVERY, to=to, template="recovery_link", values={"token": token})


async def to_stop(house: House, *, token: str) -> None:
    """Whether this link stops anything: Conflict when it is stopped already, NotFound when there is nothing to stop."""
    async with house.transaction(RECOVERY) as session:
        await _waiting(session, token)


async def stop(house: House, *, token: str) -> None:
    """Stop it by the link of a letter. Conflict and NotFound as above."""
    async with house.transaction(RECOVERY) as session:
        request = await _waiting(session, token)
        request.state = RecoveryState.STOPPED  # by its token, the letter still tells that
        audit.record(session, RECOVERY, "recovery.stopped", subject_table="recovery_request", subject_id=request.id)


async def own_under_way(session: DbSession, person: Person) -> RecoveryRequest | None:
    """Whether somebody is on the way into this person's account, as a person who is signed in sees it."""
    query = select(RecoveryRequest).where(RecoveryRequest.account_id == person.person_id, UNDER_WAY)
    return (await session.exec(query)).first()


async def stop_own(session: DbSession, person: Person) -> None:
    """Stop all that is on the way into one's own account."""
    while request := await own_under_way(session, person):
        request.state = RecoveryState.STOPPED
        audit.record(session, person, "recovery.stopped", subject_table="recovery_request", subject_id=request.id)
        await session.flush()


async def _begin(session: DbSession, request: RecoveryRequest) -> None:
    house, token = session.house, new_token()
    account = (await session.exec(select(Account).where(addresses.found_by(request.email_index)))).first()
    if account is None or account.is_demo:
        request.state = RecoveryState.REFUSED
        return
    until = house.clock.now() + WAITS
    request.state, request.account_id = RecoveryState.WAITING, account.id
    request.token_hash, request.until = hash_of(token), until
    audit.record(session, RECOVERY, "recovery.waits", subject_table="account", subject_id=account.id)
    values = {"until": moment(until), "token": token}
    for address in await wishes.known_addresses(session, account):
        await mail.post(session, RECOVERY, to=address, template="recovery_waits", values=values)


def _is_due(session: DbSession) -> tuple[bool, ColumnElement[bool]]:
    is_over = col(RecoveryRequest.until) <= session.house.clock.now()
    return RecoveryRequest.state == RecoveryState.WAITING, is_over


async def _waiting(session: DbSession, token: str) -> RecoveryRequest:
    query = select(RecoveryRequest).where(RecoveryRequest.token_hash == hash_of(token))
    request = (await session.exec(query.with_for_update())).first()
    if request and request.state == RecoveryState.STOPPED:
        raise Conflict("recovery.stopped_already")
    if request is None or request.state != RecoveryState.WAITING:
        raise NotFound("recovery.link_over")
    return request
