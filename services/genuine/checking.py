"""A customer types the code that somebody showed them, and reads who that is."""

import hmac
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, func, select

from db.tables.audit import AuditRecord
from db.tables.genuine import GenuineCode
from services import audit, policy
from services.errors import Conflict, Invalid
from services.genuine.codes import FIGURES, digits_of
from services.house import DbSession
from services.staff.access import seeing
from services.staff.access.seeing import Seer
from services.visitor import Person
from services.words import in_plain_figures

WRONG_ONES = 5
WITHIN = timedelta(minutes=15)
"""So many wrong codes in so long are a guess in 200,000; then the person waits."""
_REFUSED = "genuine.refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whose code it is; without anybody, `problem` is the code of what to do."""

    seer: Seer | None = None
    problem: str = ""


async def check(session: DbSession, person: Person, typed: str) -> Verdict:
    """Whose code this is, of those of us who see this person now. A wrong one is written down, and counts.

    Invalid("code") for what is no code, and after too many wrong ones; Conflict when nobody sees them now.
    """
    policy.genuine.CHECK.require(person)
    digits = "".join(sign for sign in in_plain_figures(typed) if sign not in " -\u00a0\u2013")
    if len(digits) != FIGURES or not digits.isdecimal() or not digits.isascii():
        raise Invalid("code", "genuine.six_digits")
    team = await seeing.who_may_see(session, person)
    if not team:
        raise Conflict("genuine.nobody")
    await session.one_at_a_time(f"genuine code of {person.person_id}")
    if await _wrong_ones(session, person) >= WRONG_ONES:
        raise Invalid("code", "genuine.too_often")
    row = await _row_with(session, digits)
    act = "genuine.checked" if row and row.expires_at > session.house.clock.now() else _REFUSED
    audit.record(session, person, act, subject_table="account", subject_id=person.person_id)
    if row is None:
        return Verdict(problem="genuine.wrong")
    if act == _REFUSED:
        return Verdict(problem="genuine.over")
    # Who is assigned, and sees the customer in an emergency as well, is first what they are assigned as.
    theirs = [each for each in team if each.staff_id == row.staff_id]
    return Verdict(min(theirs, key=lambda each: each.role is None))


async def _row_with(session: DbSession, digits: str) -> GenuineCode | None:
    """Row-level security leaves the codes of those who see this person now; all are compared, however many."""
    rows = (await session.exec(select(GenuineCode).order_by(col(GenuineCode.expires_at).desc()))).all()
    same = [row for row in rows if hmac.compare_digest(digits_of(session, row), digits)]
    return same[0] if same else None


async def _wrong_ones(session: DbSession, person: Person) -> int:
    since = session.house.clock.now() - WITHIN
    query = select(func.count()).select_from(AuditRecord)
    query = query.where(AuditRecord.about_account_id == person.person_id, AuditRecord.act == _REFUSED)
    return (await session.exec(query.where(AuditRecord.at > since))).one()
