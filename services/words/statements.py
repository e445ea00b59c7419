"""What we promise people in writing: the accessibility statement, the privacy notice and the terms (TOML by name).

A file has a title, the day of its last change, a few words to begin with, and sections. A section has a heading and
parts: a text is a paragraph, a list is a list, `link` and `to` are a link, `pairs` are terms with their words.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[2] / "content" / "en" / "statements"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of ours, or to the text of a law or a standard."""

    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms, each with what it is here."""

    rows: tuple[tuple[str, str], ...]


Part = str | tuple[str, ...] | Link | Pairs
"""A paragraph, the items of a list, a link, or pairs."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with what stands under it."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole statement, and the day on which somebody last changed or confirmed it."""

    title: str
    changed_on: date
    lead: str
    sections: tuple[Section, ...]


@cache
def statement(name: str) -> Statement:
    """A statement by the name of its file, read once."""
    told = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    sections = (Section(one["heading"], tuple(_part(part) for part in one["parts"])) for one in told["section"])
    return Statement(told["title"], told["changed_on"], told["lead"], tuple(sections))


def _part(written: Any) -> Part:
    match written:
        case str():
            return written
        case [*items]:
            return tuple(items)
        case {"link": words, "to": to}:
            return Link(words, to)
        case {"pairs": rows}:
            return Pairs(tuple((term, words) for term, words in rows))
    raise ValueError(f"This is no part of a statement: {written!r}")
