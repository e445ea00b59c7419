"""Reads the rows of scenario tables: what is on a return, in a form that a tax expert can write."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

AGE = 40


def return_of(row: Mapping[str, str]) -> dict[str, Any]:
    """A return from the columns "tax year", "filing status" and "what is on the return".

    The last one is a list like `taxpayer.wages 31,200; dependents.0.age 5; lived_apart_all_year yes`. The taxpayer is
    40, unless an age is there or the row says `taxpayer.age unknown`.
    """
    fields = dict(_field(text) for text in row["what is on the return"].split("; ") if text)
    if fields.setdefault("taxpayer.age", AGE) == "unknown":
        del fields["taxpayer.age"]
    about = {"tax_year": int(row["tax year"]), "filing_status": row["filing status"]}
    return {**about, "taxpayer": {}, **_nested(fields)}


def _field(text: str) -> tuple[str, Any]:
    path, _, value = text.partition(" ")
    known = {"yes": True, "no": False, "": {}, "unknown": "unknown"}
    if value in known:
        return path, known[value]
    plain = value.replace(",", "")
    return path, int(plain) if plain.lstrip("-").isdigit() else plain


def _nested(fields: Mapping[str, Any]) -> Any:
    """Paths become objects; numbers in a path become places of a list."""
    if "" in fields:
        return fields[""]
    grown = {}
    by_head = sorted((*path.partition(".")[::2], value) for path, value in fields.items())
    for head, group in groupby(by_head, key=lambda one: one[0]):
        grown[head] = _nested({rest: value for _, rest, value in group})
    return list(grown.values()) if all(head.isdigit() for head in grown) else grown
