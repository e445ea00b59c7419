"""How and until when the return of a year is filed: dates and ways as data, in filing.toml, with their sources."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from services.finder import Confirmed, Source

_FILE = Path(__file__).with_name("filing.toml")


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last days to file the return of a year: `due_on`, also to pay; `extended_on` with Form 4868.

    `least_penalty` is what filing more than 60 days late costs at least, in dollars; None while it is not known. No
    refund with certain credits is paid before `credits_paid_from`.
    """

    due_on: date
    extended_on: date
    credits_paid_from: date
    least_penalty: int | None = None

    @property
    def refund_until(self) -> date:
        """A day on which a refund can be claimed for sure: three years after the last day to file."""
        return self.due_on.replace(year=self.due_on.year + 3)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to file. Its words are under `filing.<name>` in content/en; `address` is a page of the IRS about it."""

    name: str
    address: str


def deadlines_of(tax_year: int) -> Deadlines:
    """The dates for the return of a year. KeyError for a year that is not in the file."""
    return Deadlines(**told_of("deadlines")[str(tax_year)])


def ways() -> tuple[Way, ...]:
    """The ways to file, those that cost nothing first."""
    return tuple(Way(name, told["address"]) for name, told in told_of("ways").items())


def way_to_more_time() -> str:
    """The address of the IRS about Form 4868."""
    return _address("extension")


def way_to_pay() -> str:
    """The address of the IRS about paying, also in parts."""
    return _address("payments")


def way_to_refund(*, amended: bool) -> str:
    """The address of the IRS that says how far a refund is, or an amended return."""
    return _address("amended_refund" if amended else "refund")


def way_to_amend() -> str:
    """The address of the IRS about Form 1040-X."""
    return _address("amending")


def sources() -> tuple[Source, ...]:
    """Where all this stands, and how far it was read."""
    return tuple(Source(told["text"], Confirmed(told["confirmed"])) for told in _told()["sources"])


def told_of(what: str) -> dict[str, Any]:
    """A part of the file, as it is written there. KeyError for an unknown one."""
    part: dict[str, Any] = _told()[what]
    return part


def _address(of: str) -> str:
    address: str = told_of(of)["address"]
    return address


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
