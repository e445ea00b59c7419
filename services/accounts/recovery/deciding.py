"""What each of us found. Two must agree, so that nobody alone can give an account to somebody else."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from db.tables.people import Account
from db.tables.ways_in.recovery import RecoveryRequest, RecoveryVerdict
from db.types import new_id
from db.values.accounts import RecoveryState
from services import audit
from services.accounts import addresses
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import DbSession
from services.jobs import enqueue
from services.jobs.judge_recovery import judge_recovery
from services.sealing import seal
from services.seen import in_lines
from services.visitor import Person

LONGEST_CHARACTERS = 5000


async def decide(session: DbSession, person: Person, compared: str, *, request_id: UUID, agrees: bool) -> None:
    """Say whether the account is theirs, and what was compared. A job counts who agreed.

    Invalid without words, NotAllowed for one's own account, Conflict when it is over or one has said it already.
    """
    compared = in_lines(compared)
    if not compared or len(compared) > LONGEST_CHARACTERS:
        raise Invalid("compared", "recovery.nothing_compared" if not compared else "feedback.too_long")
    await _check_open(session, person, request_id)
    session.add(_verdict(session, person, compared, request_id=request_id, agrees=agrees))
    try:
        await session.flush()
    except IntegrityError:
        raise Conflict("recovery.said_already") from None
    act = "recovery.agreed" if agrees else "recovery.refused"
    audit.record(session, person, act, subject_table="recovery_request", subject_id=request_id)
    await enqueue(session, judge_recovery, request_id=str(request_id))


async def _check_open(session: DbSession, person: Person, request_id: UUID) -> None:
    """It is there, not over, and not about the account of who decides."""
    request = await session.get(RecoveryRequest, request_id)
    if request is None:
        raise NotFound
    if request.state != RecoveryState.OPEN:
        raise Conflict("recovery.over")
    if addresses.has(await session.get_one(Account, person.person_id), request.email_index):
        raise NotAllowed("recovery.own")


def _verdict(session: DbSession, person: Person, compared: str, *, request_id: UUID, agrees: bool) -> RecoveryVerdict:
    house, row_id = session.house, new_id()
    return RecoveryVerdict(
        id=row_id,
        request_id=request_id,
        account_id=person.person_id,
        agrees=agrees,
        compared_sealed=seal(
            house.keyring, compared, table="recovery_verdict", column="compared_sealed", row_id=row_id
        ),
        given_at=house.clock.now(),
    )
