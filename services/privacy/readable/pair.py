"""What something is called, and what it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from services.privacy.collecting import Collected, Row
from services.privacy.readable.markup import Markup, text
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """A term and the words for it; a pair that says nothing is left out of the page."""

    term: str
    said: Markup


Special = Callable[[Row, Collected], Iterator[Pair]]
"""Pairs for one column, from its whole row and the rest of the copy."""


def pair(code: str, said: str) -> Pair:
    """A pair whose term has this code."""
    return Pair(sentence(code), text(said))


def column(name: str, said: str) -> Pair:
    """A pair whose term is the name of a column."""
    return pair(f"your_data.column.{name}", said)


def row_of(copy: Collected, part: str, row_id: UUID | None) -> Row | None:
    """The row with this id in another part of the copy."""
    return next((each for each in copy.parts[part] if each["id"] == row_id), None)
