"""Counting the season: by week, by how people talk, by tax year. Numbers only; the database says how exact they are."""

from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel
from sqlalchemy import text

from db.values.reviews import ReviewState
from services import policy
from services.house import House
from services.visitor import Person

WEEKS = 12
FEWER_THAN = 5
KEPT_FOR = timedelta(minutes=1)
_COUNTED = text("select * from app_season(:year, :since) order by part, label")
_ENDED = text("select * from app_ended_reviews(:year)")


class Line(BaseModel):
    """One row of a table. A number that is None is fewer than five, and not told more exactly."""

    label: str
    started: int | None
    finished: int | None
    waiting: int | None
    filed: int | None


class Ended(BaseModel):
    """The reviews that ended in one way: how many, and within how many hours half and nine of ten of them did.

    There are no hours of too few, and of those that customers took back.
    """

    state: ReviewState
    reviews: int | None
    half_hours: float | None
    most_hours: float | None


class Season(BaseModel):
    """The numbers of a tax year. `is_exact` is false where they are to the nearest five."""

    year: int
    is_exact: bool
    weeks: list[Line]
    talks: list[Line]
    years: list[Line]
    ended: list[Ended]


async def season(house: House, person: Person, *, year: int) -> Season:
    """The numbers as this person may read them, at most a minute old."""
    policy.customers.SEE_SEASON.require(person)
    is_exact = policy.customers.EXPORT.allows(person)
    kept_as = f"season.ended.{year}.{'exact' if is_exact else 'rough'}"
    if kept := await house.shared.kept(kept_as):
        return Season.model_validate_json(kept)
    counted = await _count(house, person, year, is_exact=is_exact)
    await house.shared.keep(kept_as, counted.model_dump_json().encode(), lasts=KEPT_FOR)
    return counted


async def _count(house: House, person: Person, year: int, *, is_exact: bool) -> Season:
    since = house.clock.now().date() - timedelta(weeks=WEEKS - 1)
    async with house.transaction(person) as session:
        connection = await session.connection()
        rows = (await connection.execute(_COUNTED, {"year": year, "since": since})).all()
        ended = (await connection.execute(_ENDED, {"year": year})).all()
    return Season(
        year=year,
        is_exact=is_exact,
        weeks=_lines(rows, "week"),
        talks=_lines(rows, "talk"),
        years=_lines(rows, "year"),
        ended=[
            Ended(state=row.ended, reviews=_told(row.reviews), half_hours=row.median, most_hours=row.ninth)
            for row in ended
        ],
    )


def week_of(line: Line) -> date:
    """The Monday on which the week of a line begins."""
    return date.fromisoformat(line.label)


def _lines(rows: Any, part: str) -> list[Line]:
    return [
        Line(
            label=row.label,
            started=_told(row.started),
            finished=_told(row.finished),
            waiting=_told(row.waiting),
            filed=_told(row.filed),
        )
        for row in rows
        if row.part == part
    ]


def _told(number: int) -> int | None:
    return None if number < 0 else number
