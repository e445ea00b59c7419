"""The customers that row-level security lets the asker find (db/security/profiles.sql), as queries."""

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, DateTime, Integer, LargeBinary, Select, String, Uuid, column, func, select, table
from sqlmodel import col

from db.tables.customers.profiles import NameWord
from services.accounts import addresses
from services.house import DbSession
from services.intake.who.name_words import hashes_of, words_of
from services.sealing import Unsealable, open_sealed
from services.staff.finding.wanted import Progress, Wanted, Words, check_name

_INSTANT = DateTime(timezone=True)
FOUND = table(
    "customer_found",
    *(column("id", Uuid()), column("joined_at", _INSTANT), column("talk", String()), column("residence", String())),
    *(column("is_named", Boolean()), column("sees_returns", Boolean()), column("is_reached", Boolean())),
    column("is_colleague_only", Boolean()),
    *(column("name_sealed", LargeBinary()), column("email_sealed", LargeBinary())),
)
RETURNS = table(
    "customer_return",
    *(column("account_id", Uuid()), column("tax_year", Integer())),
    *(column("begun_at", _INSTANT), column("finished_at", _INSTANT), column("waits", Boolean())),
    *(column("filed_on", Date()), column("amended_on", Date())),
)
_HOW_FAR = ("begun_at", "finished_at", "waits", "filed_on", "amended_on")


async def those(session: DbSession, wanted: Wanted, words: Words) -> Select[Any]:
    """Everybody who is wanted, with when their return of the year was begun, finished and filed; in no order yet.

    Colleagues who have no return are found by their address only.
    """
    year = select(RETURNS).where(RETURNS.c.tax_year == wanted.year).subquery("of_the_year")
    query = select(FOUND, *(year.c[name] for name in _HOW_FAR)).select_from(
        FOUND.outerjoin(year, year.c.account_id == FOUND.c.id)
    )
    if not words.address.strip():
        query = query.where(~FOUND.c.is_colleague_only)
    if wanted.talk:
        query = query.where(FOUND.c.talk == wanted.talk)
    if wanted.residence:
        query = query.where(FOUND.c.residence == wanted.residence)
    if wanted.since:
        query = query.where(FOUND.c.joined_at >= datetime.combine(wanted.since, time(), UTC))
    if wanted.until:
        query = query.where(FOUND.c.joined_at < datetime.combine(wanted.until, time(), UTC) + timedelta(days=1))
    return await _named(session, _so_far(query, year.c, wanted.progress), words)


def _so_far(query: Select[Any], year: Any, progress: Progress | None) -> Select[Any]:
    """Of whom one may not know how far they are, one does not know that they have begun nothing."""
    match progress:
        case None:
            return query
        case Progress.NOT_BEGUN:
            return query.where(FOUND.c.sees_returns, year.begun_at.is_(None))
        case Progress.BEGUN:
            return query.where(~year.waits, year.filed_on.is_(None), year.finished_at.is_(None))
        case Progress.FINISHED:
            return query.where(~year.waits, year.filed_on.is_(None), year.finished_at.is_not(None))
        case Progress.FILED:
            return query.where(~year.waits, year.filed_on.is_not(None))
        case Progress.WAITING:
            return query.where(year.waits)


async def _named(session: DbSession, query: Select[Any], words: Words) -> Select[Any]:
    if words.name.strip():
        check_name(words)
        for hashes in hashes_of(session.house, words_of(words.name)):
            with_word = select(col(NameWord.account_id)).where(col(NameWord.word_index).in_(hashes))
            query = query.where(FOUND.c.is_named, FOUND.c.id.in_(with_word))
    if words.address.strip():
        indexes = addresses.indexes_of(session.house, addresses.checked(words.address))
        connection = await session.connection()
        has_it = [(await connection.execute(select(func.app_account_with(index)))).scalar_one() for index in indexes]
        query = query.where(FOUND.c.id.in_([each for each in has_it if each is not None]))
    return query


async def told_by(session: DbSession, customer_id: UUID) -> tuple[str, str]:
    """The name and the code of the state that a customer told, as far as the asker may know them; empty otherwise."""
    query = select(FOUND.c.id, FOUND.c.name_sealed, FOUND.c.residence).where(FOUND.c.id == customer_id)
    row = (await (await session.connection()).execute(query)).first()
    return (name_in(session, row), row.residence or "") if row else ("", "")


def name_in(session: DbSession, row: Any) -> str:
    """The name in a row, or nothing. A seal that can't be opened hides no customer; `make rotate-keys` tells of it."""
    place = {"table": "customer_profile", "column": "name_sealed"}
    if row.name_sealed:
        with suppress(Unsealable):
            return open_sealed(session.house.keyring, row.name_sealed, row_id=row.id, **place).decode()
    return ""
