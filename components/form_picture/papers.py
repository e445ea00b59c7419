"""The forms that we can draw, read once from papers.toml: each of its rows says which boxes lie there on paper."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from components.form_picture import Box, PaperForm

_PAPERS = Path(__file__).with_name("papers.toml")


@cache
def papers(tax_year: int) -> Mapping[str, PaperForm]:
    """Every form of a tax year by its name in papers.toml. ValueError if a box is no rectangle, or has no words."""
    drawn = tomllib.loads(_PAPERS.read_text(encoding="utf-8"))
    return {name: _edition(told, tax_year) for name, told in drawn.items()}


def laid_out(name: str, rows: Sequence[str], words: Mapping[str, str]) -> PaperForm:
    """A form whose boxes lie where their names stand in the rows."""
    places: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(rows, start=1):
        for column, box in enumerate(line.split(), start=1):
            places.setdefault(box, []).append((row, column))
    places.pop(".", None)
    if places.keys() != words.keys():
        raise ValueError(f"{name}: not every box has words, or words have no box: {places.keys() ^ words.keys()}")
    return PaperForm(name, [_box(box, words[box], lies) for box, lies in places.items()])


def _edition(told: Mapping[str, Any], tax_year: int) -> PaperForm:
    """The form as it is laid out first, or as its last edition for this year or an earlier one."""
    rows, words = told["rows"], told["words"]
    for later in told.get("later", ()):
        if later["since"] <= tax_year:
            rows = later["rows"]
            there = {box for line in rows for box in line.split()}
            words = {box: label for box, label in words.items() if box in there} | later["words"]
    return laid_out(told["name"], rows, words)


def _box(name: str, words: str, lies: Sequence[tuple[int, int]]) -> Box:
    rows, columns = [row for row, _ in lies], [column for _, column in lies]
    high, wide = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if high * wide != len(lies):
        raise ValueError(f"The box {name!r} is no rectangle.")
    return Box("" if name.startswith("_") else name, words, min(rows), min(columns), high, wide)
