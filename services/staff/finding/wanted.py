"""Which customers are wanted: what may stand in the address of a page, and the words that may not."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from db.values.people import CommunicationPreference
from services.accounts import addresses
from services.errors import Invalid
from services.intake.who.name_words import words_of
from services.intake.who.states import STATES
from services.tax import YEARS

Kind = TypeVar("Kind", bound=StrEnum)


class Progress(StrEnum):
    """How far the return of a year is."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    FINISHED = "finished"
    WAITING = "waiting"
    """A review of it is open, also of one that was filed and is amended."""
    FILED = "filed"
    """Its customer said so."""


class Order(StrEnum):
    """Who comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters that say nothing of one person. What is None is any; `since` and `until` are days of joining, both in."""

    talk: CommunicationPreference | None = None
    residence: str | None = None
    progress: Progress | None = None
    year: int = YEARS[0]
    since: date | None = None
    until: date | None = None
    order: Order = Order.NEWEST

    def told(self) -> dict[str, str]:
        """Those that are not as usual, as texts: for an address, and for the audit trail."""
        usual = Wanted()
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in values.items() if value != getattr(usual, name)}

    def as_query(self) -> str:
        """The same for an address: empty, or with its question mark."""
        return f"?{urlencode(told)}" if (told := self.told()) else ""


@dataclass(frozen=True, slots=True)
class Words:
    """A name or an address to search for. They are in no address, in no log, and in no audit record."""

    name: str = ""
    address: str = ""

    def kinds(self) -> list[str]:
        """What was searched by, without the words."""
        return [field.name for field in fields(self) if getattr(self, field.name).strip()]


NO_WORDS = Words()


def check_name(words: Words) -> None:
    """Invalid("name") for a name to search for in which no word is."""
    if words.name.strip() and not words_of(words.name):
        raise Invalid("name", "finding.no_word")


def check_address(words: Words) -> None:
    """Invalid("email") for an address to search for that can't be one."""
    if words.address.strip():
        addresses.checked(words.address)


def read(told: Mapping[str, str]) -> Wanted:
    """The filters in these texts, those of an address or of a form. Invalid for the first that can't be used."""
    found = Wanted(
        talk=_one_of(CommunicationPreference, told, "talk"),
        residence=_residence(told),
        progress=_one_of(Progress, told, "progress"),
        year=_year(told),
        since=_day(told, "since"),
        until=_day(told, "until"),
        order=_one_of(Order, told, "order") or Order.NEWEST,
    )
    if found.since and found.until and found.since > found.until:
        raise Invalid("until", "finding.ends_before")
    return found


def _one_of(kind: type[Kind], told: Mapping[str, str], name: str) -> Kind | None:
    text = told.get(name, "")
    try:
        return kind(text) if text else None
    except ValueError:
        raise Invalid(name, "choice.unknown") from None


def _residence(told: Mapping[str, str]) -> str | None:
    code = told.get("residence", "")
    if code and code not in STATES:
        raise Invalid("residence", "choice.unknown")
    return code or None


def _year(told: Mapping[str, str]) -> int:
    text = told.get("year", "") or str(YEARS[0])
    if text not in map(str, YEARS):
        raise Invalid("year", "choice.unknown")
    return int(text)


def _day(told: Mapping[str, str], name: str) -> date | None:
    text = told.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid(name, "date.not_real") from None
