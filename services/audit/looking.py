"""What others did with the data of a person, for that person to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, cast, desc, func, select
from sqlmodel import col

from db.tables.audit import AuditRecord
from services.house import DbSession
from services.paging import last_page_of, nearest_page
from services.staff.names import known_names
from services.trust import keeping
from services.visitor import Person
from services.words import known, sentence

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody else did on a day (UTC): codes of what it was, of what they are here as, of why they were let in.

    A page that stays open looks again and again: `times` from `begun_at` to `at`. `name` is that of somebody who works
    for us, or the address of somebody whom this person trusted, and empty where they may not know it.
    """

    at: datetime
    begun_at: datetime
    times: int
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
    by_day = _by_day(person)
    connection = await session.connection()
    count = (await connection.execute(select(func.count()).select_from(by_day.subquery()))).scalar_one()
    last_page = last_page_of(count, on_a_page=ON_A_PAGE)
    page = nearest_page(page, last=last_page)
    newest_first = by_day.order_by(desc("at"), desc("last_id"))
    rows = (await connection.execute(newest_first.offset((page - 1) * ON_A_PAGE).limit(ON_A_PAGE))).all()
    names = await known_names(session, {UUID(row.actor_id) for row in rows})
    names |= await keeping.addresses_of_trusted(session, person)
    return Looks(tuple(_look(row, names) for row in rows), page, last_page)


def _by_day(person: Person) -> Select[*tuple[Any, ...]]:
    record = AuditRecord
    same = [col(each) for each in (record.actor_id, record.act, record.as_role, record.reason)]
    day = func.date_trunc("day", record.at, "UTC")
    times = (func.max(record.at).label("at"), func.min(record.at).label("begun_at"), func.count().label("times"))
    last = func.max(cast(record.id, String)).label("last_id")
    return (
        select(*same, *times, last)
        .where(
            col(record.about_account_id) == person.person_id,
            col(record.actor_kind) == "person",
            col(record.actor_id) != str(person.person_id),
        )
        .group_by(*same, day)
    )


def _look(row: Any, names: Mapping[UUID, str]) -> Look:
    name = names.get(UUID(row.actor_id), "")
    return Look(row.at, row.begun_at, row.times, name, row.act, row.as_role or "", row.reason or "")


def what(act: str) -> str:
    """The words for an act, else for the kind of act that it is one of, else for any."""
    while act and not known(f"who_looked.act.{act}"):
        act = act.rpartition(".")[0]
    return sentence(f"who_looked.act.{act}" if act else "who_looked.act_of_another_kind")
