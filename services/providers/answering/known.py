"""What is known of outside services: live, not answering, or not asked lately."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select

from db.tables.outside.providers import ProviderAnswer
from services.house import DbSession, House
from services.providers.standing import ProviderStanding, State, providers
from services.settings import Settings
from services.visitor import System
from services.words import sentence

MINUTES_BETWEEN = 5
"""How often they are asked: seldom enough to bother nobody, often enough to believe."""
_READER = System("health")
_PATIENCE_SECONDS = 2.0
_BELIEVED = timedelta(minutes=3 * MINUTES_BETWEEN)


class Answer(StrEnum):
    """How a service that is set up answered last, unless that is long ago."""

    LIVE = "live"
    SILENT = "silent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Known:
    """One service that is set up. `at` is when it answered last, of a silent one since when it does not.

    `title` is what people call it, and `who` which one of several it is; `key` tells those apart.
    """

    key: str
    name: str
    title: str
    who: str
    answer: Answer
    at: datetime | None = None
    took_ms: float | None = None


async def known(session: DbSession) -> list[Known]:
    """Every service that is set up, in the order of the page "What is live"; nobody is asked now."""
    return _known(session.house, {row.name: row for row in await session.exec(select(ProviderAnswer))})


async def known_answers(house: House) -> list[Known]:
    """The same, for who has no transaction open. While the database is away, no answer is known."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS), house.transaction(_READER) as session:
            return await known(session)
    except (SQLAlchemyError, TimeoutError, OSError):
        return _known(house, {})


def _known(house: House, rows: Mapping[str, ProviderAnswer]) -> list[Known]:
    settings, now = house.settings, house.clock.now()
    return [
        Known(key, each.name, sentence(f"provider.{each.name}.name"), who, *_answered(rows.get(key), now))
        for each in providers(settings)
        if each.state is State.SET_UP
        for key, who in _asked(each, settings)
    ]


def _asked(standing: ProviderStanding, settings: Settings) -> Iterator[tuple[str, str]]:
    """The names by which it is asked: organizations are asked one by one."""
    if standing.name != "organisations":
        yield standing.name, ""
        return
    for key, organisation in settings.organisations.items():
        yield f"{standing.name}.{key}", organisation.name


def _answered(row: ProviderAnswer | None, now: datetime) -> tuple[Answer, datetime | None, float | None]:
    if row is None or now - row.asked_at > _BELIEVED:
        return Answer.UNKNOWN, None, None
    if row.silent_since:
        return Answer.SILENT, row.silent_since, None
    return Answer.LIVE, row.answered_at, row.took_ms
