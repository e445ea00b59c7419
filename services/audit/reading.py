"""The whole audit trail, for an auditor. Each look at it becomes a record of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, false, func
from sqlmodel import col, select

from db.tables.audit import AuditCheck, AuditRecord
from services import audit, policy
from services.errors import Invalid
from services.house import DbSession
from services.paging import last_page_of, nearest_page
from services.visitor import Person

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records: how the act begins, the id of who did it, the id of the customer. What is empty is any."""

    act: str = ""
    who: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """One page of records, the newest first; and what the last check of the seals found, if there was one."""

    records: Sequence[AuditRecord]
    page: int
    last_page: int
    count: int
    last_check: AuditCheck | None


def problems_in(wanted: Wanted) -> list[Invalid]:
    """What has to be mended before anything can be found: what is no id."""
    return [Invalid("about", "audit.page.no_id")] if wanted.about.strip() and not _id_in(wanted.about) else []


async def trail(session: DbSession, person: Person, wanted: Wanted, *, page: int = 1) -> Trail:
    """The records that are wanted. NotAllowed for whoever is no auditor."""
    policy.privacy.READ_AUDIT.require(person)
    audit.record(session, person, "audit.read", subject_table="audit_record")
    await session.flush()
    which = _which(wanted)
    count = (await session.exec(select(func.count()).select_from(AuditRecord).where(*which))).one()
    last_page = last_page_of(count, on_a_page=ON_A_PAGE)
    page = nearest_page(page, last=last_page)
    query = select(AuditRecord).where(*which).order_by(col(AuditRecord.at).desc(), col(AuditRecord.id).desc())
    records = (await session.exec(query.offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE))).all()
    last = (await session.exec(select(AuditCheck).order_by(col(AuditCheck.at).desc()).limit(1))).first()
    return Trail(records, page, last_page, count, last)


def _which(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.act.strip():
        found.append(col(AuditRecord.act).startswith(wanted.act.strip(), autoescape=True))
    if wanted.who.strip():
        found.append(col(AuditRecord.actor_id) == wanted.who.strip())
    if wanted.about.strip():
        account_id = _id_in(wanted.about)
        found.append(col(AuditRecord.about_account_id) == account_id if account_id else false())
    return found


def _id_in(told: str) -> UUID | None:
    try:
        return UUID(told.strip())
    except ValueError:
        return None
