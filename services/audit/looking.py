"""What others did with the data of a person, for that person to read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from db.tables.audit import AuditRecord
from services.house import DbSession
from services.staff.names import known_names
from services.trust import keeping
from services.visitor import Person
from services.words import known, sentence

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Look:
    """One act of somebody else: codes of what it was, of what they are here as, and of why they were let in.

    `name` is that of somebody who works for us, or the address of somebody whom this person trusted, and empty where
    they may not know it.
    """

    at: datetime
    name: str
    act: str
    as_role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Looks:
    """One page of them, the newest first: the one that was asked for, or the nearest that there is."""

    listed: tuple[Look, ...]
    page: int
    last_page: int


async def looks_at(session: DbSession, person: Person, *, page: int = 1) -> Looks:
    """Who looked at or changed this person's data. What they did themselves is in the history of the thing."""
    others = (
        AuditRecord.about_account_id == person.person_id,
        AuditRecord.actor_kind == "person",
        AuditRecord.actor_id != str(person.person_id),
    )
    count = (await session.exec(select(func.count()).select_from(AuditRecord).where(*others))).one()
    last_page = max(1, -(-count // ON_A_PAGE))
    page = min(max(1, page), last_page)
    query = select(AuditRecord).where(*others).order_by(col(AuditRecord.at).desc(), col(AuditRecord.id).desc())
    rows = (await session.exec(query.offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE))).all()
    names = await known_names(session, {UUID(row.actor_id) for row in rows})
    names |= await keeping.addresses_of_trusted(session, person)
    listed = tuple(
        Look(row.at, names.get(UUID(row.actor_id), ""), row.act, row.as_role or "", row.reason or "") for row in rows
    )
    return Looks(listed, page, last_page)


def what(act: str) -> str:
    """The words for an act, else for the kind of act that it is one of, else for any."""
    while act and not known(f"who_looked.act.{act}"):
        act = act.rpartition(".")[0]
    return sentence(f"who_looked.act.{act}" if act else "who_looked.act_of_another_kind")
