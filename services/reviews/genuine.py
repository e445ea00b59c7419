"""How a customer knows that somebody is their preparer: both see the same code on their own page, for a few minutes.

Whoever only says that they work for us can't know it. It opens nothing.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from db.tables.reviews import Review
from services import policy
from services.errors import Conflict
from services.house import DbSession
from services.reviews import rows
from services.sealing import open_sealed, seal
from services.visitor import Person

LASTS = timedelta(minutes=10)
_SEALED = {"table": "review", "column": "code_sealed"}
_NUMBERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Code:
    """Six digits in two groups, and until when they are good."""

    digits: str
    until: datetime


async def show_to_customer(session: DbSession, person: Person, *, review_id: UUID) -> Code:
    """The code for who is in the return. Conflict while nobody holds the review; NotFound for a stranger."""
    policy.reviews.ASK.require(person)
    return await _shown(session, await rows.own(session, person, review_id))


async def show_to_preparer(session: DbSession, person: Person, *, review_id: UUID) -> Code:
    """The same code for the preparer who holds the review. NotFound for all others."""
    policy.reviews.PREPARE.require(person)
    row = await rows.prepared(session, person, review_id)
    await rows.write_down(session, person, row, "review.code")
    return await _shown(session, row)


def code_in(session: DbSession, row: Review) -> Code | None:
    """The code that is good now, if there is one."""
    if row.code_sealed is None or row.code_ends_at is None or row.code_ends_at <= session.house.clock.now():
        return None
    digits = open_sealed(session.house.keyring, row.code_sealed, row_id=row.id, **_SEALED).decode()
    return Code(f"{digits[:3]} {digits[3:]}", row.code_ends_at)


async def _shown(session: DbSession, row: Review) -> Code:
    """One code for both, whoever of them asks first: the row is locked."""
    if not await rows.is_held(session, row.id):
        raise Conflict("review.nobody_yet")
    code = code_in(session, row)
    if code is None:
        digits, until = f"{secrets.randbelow(_NUMBERS):06}", session.house.clock.now() + LASTS
        row.code_sealed = seal(session.house.keyring, digits, row_id=row.id, **_SEALED)
        row.code_ends_at = until
        await session.flush()
        session.tell(rows.news_of(row.return_id), b"code")
        code = code_in(session, row)
    assert code is not None  # noqa: S101  # nosec B101  # it has just been made
    return code
