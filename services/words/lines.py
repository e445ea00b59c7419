"""The plain words for each line of a tax return, from content/en/lines/<year>.toml.

A year's file has only what differs from the years before it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "content" / "en" / "lines"


@dataclass(frozen=True, slots=True)
class LineWords:
    """What a line is called, and one or two sentences that say what it means."""

    label: str
    explanation: str


def line_words(line_id: str, tax_year: int) -> LineWords:
    """The words for a line in a tax year. Raises KeyError for a line that has none."""
    return words_of_year(tax_year)[line_id]


@cache
def words_of_year(tax_year: int) -> Mapping[str, LineWords]:
    """The words of every line in a tax year, by the id of the line."""
    found: dict[str, LineWords] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        if int(path.stem) <= tax_year:
            lines = tomllib.loads(path.read_text(encoding="utf-8"))
            found |= {line_id: LineWords(**words) for line_id, words in lines.items()}
    return found
