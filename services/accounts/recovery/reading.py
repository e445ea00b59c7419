"""What staff see of who asks for help to get in: how far it is, and what colleagues found."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.feedback import Feedback
from db.tables.ways_in.recovery import RecoveryRequest, RecoveryVerdict
from db.values.accounts import RecoveryState
from db.values.people import CommunicationPreference
from services import audit
from services.errors import NotFound
from services.house import DbSession
from services.sealing import open_sealed
from services.visitor import Person

MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list."""

    id: UUID
    reference: str
    talk: CommunicationPreference
    received_at: datetime
    state: RecoveryState
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one of us found. `is_own` is the one of the person who looks."""

    agrees: bool
    compared: str
    given_at: datetime
    is_own: bool


@dataclass(frozen=True, slots=True)
class Request:
    """A request with all that was found, the oldest verdict first."""

    listed: Listed
    verdicts: list[Verdict]


async def requests(session: DbSession, person: Person) -> list[Listed]:
    """The newest requests, newest first."""
    query = select(RecoveryRequest, Feedback).join(Feedback).order_by(col(Feedback.received_at).desc())
    audit.record(session, person, "recovery.list", subject_table="recovery_request")
    return [_listed(*row) for row in await session.exec(query.limit(MOST_LISTED))]


async def request_at(session: DbSession, person: Person, *, request_id: UUID) -> Request:
    """One request; NotFound if there is none. The look is written down."""
    query = select(RecoveryRequest, Feedback).join(Feedback).where(RecoveryRequest.id == request_id)
    found = (await session.exec(query)).first()
    if found is None:
        raise NotFound
    audit.record(session, person, "recovery.see", subject_table="recovery_request", subject_id=request_id)
    rows = select(RecoveryVerdict).where(RecoveryVerdict.request_id == request_id).order_by(col(RecoveryVerdict.id))
    return Request(_listed(*found), [_verdict(session, person, row) for row in await session.exec(rows)])


async def now_listed(session: DbSession, request_id: UUID) -> Listed | None:
    """How far it is, for a page that is open: no look is written down. None when it is gone, or not theirs to see."""
    query = select(RecoveryRequest, Feedback).join(Feedback).where(RecoveryRequest.id == request_id)
    found = (await session.exec(query)).first()
    return _listed(*found) if found else None


def _listed(row: RecoveryRequest, message: Feedback) -> Listed:
    talk = CommunicationPreference(message.talk)
    return Listed(row.id, message.reference, talk, message.received_at, RecoveryState(row.state), row.until)


def _verdict(session: DbSession, person: Person, row: RecoveryVerdict) -> Verdict:
    compared = open_sealed(
        session.house.keyring,
        row.compared_sealed,
        table="recovery_verdict",
        column="compared_sealed",
        row_id=row.id,
    )
    return Verdict(row.agrees, compared.decode(), row.given_at, row.account_id == person.person_id)
