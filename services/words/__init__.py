"""What people read: a code becomes a sentence, a figure or a date becomes words.

The sentences are in content/en/*.toml. Nested tables give dotted codes: `too_long` under `[field]` is `field.too_long`.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from services.words.figures import in_plain_figures
from services.words.formats import (
    capitalised,
    change_in_dollars,
    clock,
    day_of,
    dollars,
    dollars_and_cents,
    in_dollars,
    long_date,
    moment,
    month_and_day,
    month_in_short,
    month_number,
)

__all__ = [
    "capitalised",
    "change_in_dollars",
    "clock",
    "day_of",
    "dollars",
    "dollars_and_cents",
    "in_dollars",
    "in_plain_figures",
    "known",
    "long_date",
    "moment",
    "month_and_day",
    "month_in_short",
    "month_number",
    "sentence",
    "sentences",
]

_CONTENT = Path(__file__).parents[2] / "content" / "en"


def sentence(code: str, /, **values: object) -> str:
    """The sentence for a code, its braces filled with the values. KeyError names a code or a value that is missing."""
    return sentences()[code].format_map(values)


def known(code: str) -> bool:
    """Whether there is a sentence for this code."""
    return code in sentences()


@cache
def sentences() -> dict[str, str]:
    """Every sentence by its code, read once. ValueError if a code stands in two files."""
    every: dict[str, str] = {}
    for path in sorted(_CONTENT.glob("*.toml")):
        for code, words in _leaves(tomllib.loads(path.read_text(encoding="utf-8"))):
            if code in every:
                raise ValueError(f"{path.name}: there is already a sentence for {code!r}.")
            every[code] = words
    return every


def _leaves(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield prefix + key, value
        else:
            raise ValueError(f"The words for {prefix + key!r} are not text.")
