"""The code of one who works for us and sees a customer now. It names them to that customer, and opens nothing."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy import func
from sqlmodel import select

from db.tables.genuine import GenuineCode
from db.types import new_id
from db.values.people import ASSIGNED_ROLES
from services import audit, policy
from services.errors import NotFound
from services.house import DbSession
from services.sealing import open_sealed, seal
from services.visitor import Person

LASTS = timedelta(minutes=10)
FIGURES = 6
_SEALED = {"table": "genuine_code", "column": "code_sealed"}


@dataclass(frozen=True, slots=True)
class Code:
    """Six digits in two groups, and until when they are good."""

    digits: str
    until: datetime

    def minutes_left(self, now: datetime) -> int:
        """Whole minutes, begun ones counted; 0 when it is over."""
        return max(0, ceil((self.until - now) / timedelta(minutes=1)))


async def show(session: DbSession, person: Person, *, customer_id: UUID) -> Code:
    """One's own code for a customer whom one sees now: a new one when the last is over. NotFound for all others."""
    policy.genuine.SHOW_CODE.require(person)
    if not (await session.exec(select(func.app_reaches_customer(customer_id)))).one():
        raise NotFound
    await session.one_at_a_time(f"genuine_code {customer_id} {person.person_id}")
    row = await _latest(session, person, customer_id)
    if row is None or row.expires_at <= session.house.clock.now():
        row = await _renewed(session, person, customer_id, row)
    assigned = (await session.exec(select(func.app_is_assigned(customer_id, *ASSIGNED_ROLES)))).one()
    reason = "assigned" if assigned else "emergency"
    audit.record(session, person, "genuine.code", subject_table="account", subject_id=customer_id, reason=reason)
    digits = digits_of(session, row)
    return Code(f"{digits[:3]} {digits[3:]}", row.expires_at)


def digits_of(session: DbSession, row: GenuineCode) -> str:
    """The six digits of a row."""
    return open_sealed(session.house.keyring, row.code_sealed, row_id=row.id, **_SEALED).decode()


async def _latest(session: DbSession, person: Person, customer_id: UUID) -> GenuineCode | None:
    own = GenuineCode.staff_id == person.person_id
    return (await session.exec(select(GenuineCode).where(GenuineCode.customer_id == customer_id, own))).first()


async def _renewed(session: DbSession, person: Person, customer_id: UUID, row: GenuineCode | None) -> GenuineCode:
    until, row_id = session.house.clock.now() + LASTS, row.id if row else new_id()
    digits = f"{secrets.randbelow(10**FIGURES):0{FIGURES}}"
    sealed = seal(session.house.keyring, digits, row_id=row_id, **_SEALED)
    if row is None:
        row = GenuineCode(
            id=row_id, customer_id=customer_id, staff_id=person.person_id, code_sealed=sealed, expires_at=until
        )
    row.code_sealed, row.expires_at = sealed, until
    session.add(row)
    await session.flush()
    return row
