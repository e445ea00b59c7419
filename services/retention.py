"""Deleting what is over: sessions, what guests began, links and letters. The privacy statement says the same times."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, delete, exists, select

from db.tables.customers.trust import TrustedAccess
from db.tables.documents import DocumentUpload
from db.tables.genuine import GenuineCode
from db.tables.outside.mail import OutgoingMail
from db.tables.outside.partners import PartnerClient
from db.tables.people import AddressChange, BrowserSession, FormAttempt, KnownDevice
from db.tables.returns import JointInvitation, ReturnMember, TaxReturn
from db.tables.reviews import Review
from db.tables.ways_in.links import MailLink
from db.tables.ways_in.organisations import OrganisationStep
from db.tables.ways_in.passkeys import PasskeyChallenge
from db.values.reviews import ReviewState
from services import audit
from services.house import DbSession, House
from services.returns.years.removing import REMOVED_STAYS
from services.visitor import System

KEEPER = System("keeper")
ENDED_SESSIONS_STAY = timedelta(days=30)
"""So long, a person or we can still find out what happened in their account."""
LETTERS_STAY = timedelta(days=30)
ENDED_TRUST_STAYS = timedelta(days=365)
"""So long, a customer sees who was trusted, and by whom an answer was changed."""
WITHDRAWN_REVIEWS_STAY = timedelta(days=365)
"""So long, a customer reads what they and a preparer wrote. What was approved stays with the estimate."""
AT_ONCE = 500
"""So many rows a transaction: each is short, and nobody waits for it."""

_Expiring = type[
    MailLink
    | FormAttempt
    | KnownDevice
    | AddressChange
    | OrganisationStep
    | PasskeyChallenge
    | DocumentUpload
    | PartnerClient
    | JointInvitation
    | GenuineCode
]
_EXPIRING: tuple[_Expiring, ...] = (
    MailLink,
    FormAttempt,
    KnownDevice,
    AddressChange,
    OrganisationStep,
    PasskeyChallenge,
    DocumentUpload,
    PartnerClient,
    JointInvitation,
    GenuineCode,
)
_Which = ColumnElement[bool]
_Batch = Callable[[DbSession], Awaitable[int]]
"""Deletes up to AT_ONCE of one kind: how many it found."""


async def delete_what_is_over(house: House) -> None:
    """Delete all that is over by now. Stopped in the middle, the next time goes on."""
    batches: list[_Batch] = [_guests, _removed_returns, _ended_sessions, _old_letters, _ended_trust, _withdrawn_reviews]
    batches += [partial(_expired, table) for table in _EXPIRING]
    for batch in batches:
        await _until_none_is_left(house, batch)


async def _until_none_is_left(house: House, batch: _Batch) -> None:
    found = AT_ONCE
    while found == AT_ONCE:
        async with house.transaction(KEEPER) as session:
            found = await batch(session)


async def _guests(session: DbSession) -> int:
    """Sessions of guests that can't be used any more, with the estimates that nobody else is a member of."""
    is_over = _guest_is_over(session)
    ids = list(await session.exec(select(BrowserSession.id).where(*is_over).limit(AT_ONCE)))
    other = aliased(ReturnMember)
    is_theirs = col(TaxReturn.id).in_(select(ReturnMember.return_id).where(col(ReturnMember.session_id).in_(ids)))
    somebody_elses = exists().where(
        other.return_id == TaxReturn.id,  # type: ignore[arg-type]  # SQLModel types columns as their values
        or_(col(other.session_id).is_(None), col(other.session_id).not_in(ids)),
    )
    gone = await session.exec(delete(TaxReturn).where(is_theirs, ~somebody_elses).returning(col(TaxReturn.id)))
    for return_id in gone.scalars():
        audit.record(session, KEEPER, "estimate.deleted", subject_table="tax_return", subject_id=return_id)
    await session.exec(delete(BrowserSession).where(col(BrowserSession.id).in_(ids), *is_over))
    return len(ids)


async def _removed_returns(session: DbSession) -> int:
    """What members removed, once it can't be put back any more."""
    is_over = col(TaxReturn.removed_at) <= session.house.clock.now() - REMOVED_STAYS
    ids = list(await session.exec(select(TaxReturn.id).where(is_over).limit(AT_ONCE)))
    await session.exec(delete(TaxReturn).where(col(TaxReturn.id).in_(ids)))
    for return_id in ids:
        audit.record(session, KEEPER, "estimate.deleted", subject_table="tax_return", subject_id=return_id)
    return len(ids)


def _guest_is_over(session: DbSession) -> tuple[ColumnElement[bool], ...]:
    ended = or_(col(BrowserSession.ended_at).is_not(None), col(BrowserSession.expires_at) <= session.house.clock.now())
    return col(BrowserSession.account_id).is_(None), ended


async def _ended_sessions(session: DbSession) -> int:
    """Sessions of people that ended, by themselves or not, long ago."""
    latest = session.house.clock.now() - ENDED_SESSIONS_STAY
    ended = or_(col(BrowserSession.ended_at) < latest, col(BrowserSession.expires_at) < latest)
    return await _deleted(session, BrowserSession, ended)


async def _old_letters(session: DbSession) -> int:
    """Letters that were written long ago; the few that never went out are of no use any more."""
    is_old = col(OutgoingMail.created_at) < session.house.clock.now() - LETTERS_STAY
    return await _deleted(session, OutgoingMail, is_old)


async def _ended_trust(session: DbSession) -> int:
    """Who was trusted, and who did not answer, long ago."""
    is_old = col(TrustedAccess.ended_at) < session.house.clock.now() - ENDED_TRUST_STAYS
    return await _deleted(session, TrustedAccess, is_old)


async def _withdrawn_reviews(session: DbSession) -> int:
    """Reviews that a customer took back long ago, with what was written in them."""
    is_old = col(Review.ended_at) < session.house.clock.now() - WITHDRAWN_REVIEWS_STAY
    return await _deleted(session, Review, is_old & (col(Review.state) == ReviewState.WITHDRAWN))


async def _expired(table: _Expiring, session: DbSession) -> int:
    """What can't be used any more: links, pending accounts, forms that came back, devices, files on their way."""
    return await _deleted(session, table, col(table.expires_at) <= session.house.clock.now())


async def _deleted(
    session: DbSession, table: _Expiring | type[BrowserSession | OutgoingMail | Review | TrustedAccess], which: _Which
) -> int:
    """Up to AT_ONCE rows of a table: how many it found. One that is in use again by then stays."""
    ids = list(await session.exec(select(table.id).where(which).limit(AT_ONCE)))
    await session.exec(delete(table).where(col(table.id).in_(ids), which))
    return len(ids)
