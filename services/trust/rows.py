"""The rows of trusted persons: how far each has come, and what is sealed in them."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement
from sqlmodel import col

from db.tables.customers.trust import TrustedAccess
from services.house import House
from services.sealing import open_sealed, seal
from services.visitor import System

DESK = System("trust")
ACCEPTED_WITHIN = timedelta(days=7)
"""So long, the link in the letter is good, unless what they may do is over before."""


class State(StrEnum):
    """How far it has come."""

    WAITING = "waiting"
    OPEN = "open"
    LAPSED = "lapsed"
    OVER = "over"
    """Its time is over; the task that writes this down may not have come by yet."""
    ENDED = "ended"


def state_of(row: TrustedAccess, now: datetime) -> State:
    """The state of an invitation or access at this instant."""
    if row.ended_at:
        return State.ENDED
    if row.expires_at <= now:
        return State.OVER if row.accepted_at else State.LAPSED
    if row.accepted_at:
        return State.OPEN
    return State.WAITING if now < answer_until(row) else State.LAPSED


def answer_until(row: TrustedAccess) -> datetime:
    """So long, whom the letter went to can say yes or no. The letter and the customer's page say it."""
    return min(row.expires_at, row.invited_at + ACCEPTED_WITHIN)


def open_at(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Accepted, and neither ended nor over."""
    return (
        col(TrustedAccess.accepted_at).is_not(None),
        col(TrustedAccess.ended_at).is_(None),
        col(TrustedAccess.expires_at) > now,
    )


def put_words(house: House, row: TrustedAccess, *, invited: str, signed: str) -> None:
    """Seal the invited address and the name by which the customer signs."""
    row.invited_sealed = seal(house.keyring, invited, table="trusted_access", column="invited_sealed", row_id=row.id)
    row.signed_sealed = seal(house.keyring, signed, table="trusted_access", column="signed_sealed", row_id=row.id)


def invited_of(house: House, row: TrustedAccess) -> str:
    """The invited address, opened."""
    return _opened(house, row, "invited_sealed", row.invited_sealed)


def signed_of(house: House, row: TrustedAccess) -> str:
    """The name by which the customer signed, opened."""
    return _opened(house, row, "signed_sealed", row.signed_sealed)


def _opened(house: House, row: TrustedAccess, column: str, sealed: bytes) -> str:
    return open_sealed(house.keyring, sealed, table="trusted_access", column=column, row_id=row.id).decode()
