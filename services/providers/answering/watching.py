"""Asks every outside service that is set up, all at once, and writes down how each answered."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import perf_counter
from zlib import crc32

from sqlalchemy import text
from sqlmodel import select

from db.tables.outside.providers import ProviderAnswer
from services.house import DbSession, House
from services.providers.answering.questions import Question, questions
from services.visitor import System

MOST_SECONDS = 20
WATCH = System("watch")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back. `took_ms` is None when nothing did, or nothing of use."""

    name: str
    took_ms: float | None


def who_is_asked(house: House) -> str:
    """The same text for the same services that are set up, and another one as soon as there is another service."""
    return f"{crc32(' '.join(sorted(_asked(house))).encode()):08x}"


async def watch(house: House) -> list[Heard]:
    """Ask them all; none can make this last longer than `MOST_SECONDS`. Their rows are those of what is set up now."""
    heard = await asyncio.gather(*(_heard(name, question) for name, question in _asked(house).items()))
    async with house.transaction(WATCH) as session:
        await _keep(session, heard, house.clock.now())
    return heard


def _asked(house: House) -> dict[str, Question]:
    asked = questions(house.settings)
    if house.settings.database_url:
        asked["database"] = partial(_ask_database, house)
    return asked


async def _heard(name: str, question: Question) -> Heard:
    began = perf_counter()
    try:
        async with asyncio.timeout(MOST_SECONDS):
            await question()
    except Exception as problem:  # pylint: disable=broad-exception-caught  # each library has its own
        _log.warning("An outside service does not answer: %s (%s)", name, type(problem).__name__)
        return Heard(name, None)
    return Heard(name, round((perf_counter() - began) * 1000, 1))


async def _ask_database(house: House) -> None:
    async with house.transaction(WATCH) as session:
        await (await session.connection()).execute(text("select 1"))


async def _keep(session: DbSession, heard: list[Heard], now: datetime) -> None:
    rows = {row.name: row for row in await session.exec(select(ProviderAnswer))}
    for each in heard:
        row = rows.pop(each.name, None) or ProviderAnswer(name=each.name, asked_at=now)
        row.asked_at = now
        if each.took_ms is None:
            row.silent_since = row.silent_since or now
        else:
            row.answered_at, row.silent_since, row.took_ms = now, None, each.took_ms
        session.add(row)
    for no_longer_set_up in rows.values():
        await session.delete(no_longer_set_up)
