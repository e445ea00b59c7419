"""The rules as data: rules.toml has places, sources and figures, places.csv the rule for each category and use."""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from services.finder.choices import Category, Use
from services.tax import CENTS_A_DOLLAR, Money

_HERE = Path(__file__).parent


class Place(StrEnum):
    """Where a cost belongs. Its words are under `finder.place` in content/en."""

    MEDICAL = "medical"
    WORK = "work"
    BUSINESS = "business"
    ACCESS = "access"
    TAX_FREE_ACCOUNT = "tax_free_account"
    NOWHERE = "nowhere"
    UNSETTLED = "unsettled"


class Confirmed(StrEnum):
    """What was read to confirm a source; see the head of rules.toml. Its words are under `finder.confirmed`."""

    STATUTE_READ = "statute_read"
    FORM_READ = "form_read"
    OFFICIAL_LETTER = "official_letter"
    OLD_EDITION_READ = "old_edition_read"
    SECONDARY = "secondary"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or figure stands, and how far that was confirmed."""

    text: str
    confirmed: Confirmed


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason that decides where a cost belongs; without a source of its own it has that of the category.

    `dollars` and `numbers` are the names of the figures in its sentence.
    """

    name: str
    place: Place
    source: Source | None
    dollars: tuple[str, ...]
    numbers: tuple[str, ...]


@cache
def rule(name: str) -> Rule:
    """A rule by its name in rules.toml."""
    table = _rules()["rule"][name]
    source = _source(table) if "source" in table else None
    return Rule(name, Place(table["place"]), source, tuple(table.get("dollars", ())), tuple(table.get("numbers", ())))


@cache
def place_of(category: Category, use: Use) -> Place:
    """The place that places.csv gives a cost, before anything else about it is known."""
    return rule_for(category, use).place


def rule_for(category: Category, use: Use) -> Rule:
    """The rule that places.csv names."""
    return rule(_places()[category][use])


@cache
def source_of(category: Category) -> Source:
    """Where the law speaks of this kind of cost."""
    return _source(_rules()["category"][category])


def source_of_rule(name: str) -> Source:
    """Where a rule that has a source of its own comes from."""
    return _source(_rules()["rule"][name])


@cache
def source_of_figure(name: str) -> Source:
    """Where a figure comes from."""
    return _source(_rules()["figure"][name])


@cache
def figure(name: str, tax_year: int) -> Decimal:
    """A figure of the law, in dollars unless its name says otherwise."""
    table = _rules()["figure"][name]
    return Decimal(table.get("every_year") or table[str(tax_year)])


def figure_in_cents(name: str, tax_year: int) -> Money:
    """A figure of the law as money."""
    return int(figure(name, tax_year) * CENTS_A_DOLLAR)


def last_day_for_hsa(tax_year: int) -> date:
    """The last day on which money for that year can be paid into a health savings account."""
    table = _rules()["day"]["hsa_year_after"]
    return date(tax_year + 1, table["month"], table["day"])


def _source(table: dict[str, Any]) -> Source:
    return Source(table["source"], Confirmed(table["confirmed"]))


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads((_HERE / "rules.toml").read_text("utf-8"))


@cache
def _places() -> dict[Category, dict[Use, str]]:
    with (_HERE / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    return {Category(row["category"]): {use: row[use] for use in Use} for row in rows}
