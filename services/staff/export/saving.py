"""Saving the list of customers, or the numbers of the season. Who did, for what, and how many rows is written down."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from services import audit, policy
from services.errors import Invalid
from services.house import DbSession, House
from services.intake.who.states import name_of
from services.staff.export.spreadsheet import Cell, as_csv
from services.staff.finding.rows import those
from services.staff.finding.searching import Found, found, in_order
from services.staff.finding.wanted import NO_WORDS, Wanted
from services.staff.season.counting import FEWER_THAN, Ended, Line, Season, season
from services.visitor import Person
from services.words import sentence

MOST_ROWS = 20_000
Rows = list[list[Cell]]


class What(StrEnum):
    """What can be saved."""

    CUSTOMERS = "customers"
    SEASON = "season"


class Purpose(StrEnum):
    """What a file is for: a code, because the audit trail holds no words of people."""

    PLANNING = "planning"
    REPORT = "report"
    AUTHORITY = "authority"
    MENDING = "mending"


@dataclass(frozen=True, slots=True)
class Saved:
    """A file by its name, in pieces."""

    name: str
    pieces: Iterator[bytes]


def purpose_of(text: str) -> Purpose:
    """The purpose of this name; Invalid for none."""
    try:
        return Purpose(text)
    except ValueError:
        raise Invalid("purpose", "export.no_purpose") from None


async def save(house: House, person: Person, what: What, wanted: Wanted, purpose: Purpose) -> Saved:
    """The whole file, as far as this person may know what is in it. Whoever calls has asked for a proof.

    Invalid for more rows than a file may have.
    """
    policy.customers.EXPORT.require(person)
    numbers = await season(house, person, year=wanted.year) if what is What.SEASON else None
    async with house.transaction(person) as session:
        rows = _of_season(numbers) if numbers else await _of_customers(session, person, wanted)
        told = [f"{name}={value}" for name, value in wanted.told().items()]
        reason = ", ".join([f"purpose={purpose}", f"rows={len(rows)}", *told])
        audit.record(session, person, f"{what}.saved", subject_table="account", reason=reason)
    heads = [sentence(f"export.head.{what}.{name}", year=wanted.year) for name in _HEADS[what]]
    about = f"{what}-{numbers.year}" if numbers else what
    return Saved(f"mbtq-{about}-{house.clock.now():%Y-%m-%d}.csv", as_csv(heads, rows))


_HEADS = {
    What.CUSTOMERS: ("reference", "name", "talk", "residence", "progress", "joined", "filed", "amended"),
    What.SEASON: (
        *("year", "part", "label", "started", "finished", "waiting"),
        *("reviews", "half_hours", "most_hours", "filed"),
    ),
}


async def _of_customers(session: DbSession, person: Person, wanted: Wanted) -> Rows:
    query = in_order(await those(session, wanted, NO_WORDS), wanted.order, None).limit(MOST_ROWS + 1)
    rows = (await (await session.connection()).execute(query)).all()
    if len(rows) > MOST_ROWS:
        raise Invalid("what", "export.too_many")
    audit.record_each(session, person, "customer.taken", about=(row.id for row in rows))
    return [_customer(found(session, row)) for row in rows]


def _customer(each: Found) -> list[Cell]:
    progress = sentence(f"finding.progress.{each.progress}") if each.progress else ""
    talk, joined = sentence(f"talk.{each.talk}.by"), each.joined_at.date().isoformat()
    filed, amended = [*(day.isoformat() for day in each.filed), "", ""][:2]
    return [each.reference, each.told_name, talk, name_of(each.residence), progress, joined, filed, amended]


def _of_season(numbers: Season) -> Rows:
    parts = (("week", numbers.weeks), ("talk", numbers.talks), ("year", numbers.years))
    counted = [[*_of_part(numbers, name), *_counted(name, line)] for name, lines in parts for line in lines]
    return [*counted, *([*_of_part(numbers, "reviews"), *_took(each)] for each in numbers.ended)]


def _took(each: Ended) -> list[Cell]:
    label, hours = sentence(f"season.ended.{each.state}.label"), (each.half_hours, each.most_hours)
    return [label, "", "", "", _told(each.reviews), *map(_hours, hours), ""]


def _of_part(numbers: Season, part: str) -> tuple[Cell, Cell]:
    year = "" if part == "year" else str(numbers.year)
    return year, sentence(f"export.part.{part}")


def _counted(part: str, line: Line) -> list[Cell]:
    label = sentence(f"talk.{line.label}.by") if part == "talk" else line.label
    counted = [_told(each) for each in (line.started, line.finished, line.waiting)]
    return [label, *counted, "", "", "", _told(line.filed)]


def _told(number: int | None) -> Cell:
    return f"fewer than {FEWER_THAN}" if number is None else number


def _hours(hours: float | None) -> Cell:
    return "" if hours is None else f"{hours:.1f}"
