"""Results as JSON. Amounts are numbers in dollars with two decimals, written from whole cents."""

from dataclasses import fields
from typing import Any, Protocol

import orjson

from services.tax.money import CENTS_A_DOLLAR, Money, dollars
from services.tax.results import LineResult

_ZERO = orjson.Fragment(b"0.00")
_LINE_FIELDS = tuple(field.name for field in fields(LineResult))


class Words(Protocol):
    """What a line is called in plain language, and what it means."""

    @property
    def label(self) -> str: ...

    @property
    def explanation(self) -> str: ...


def json_number(amount: Money) -> orjson.Fragment:
    """Most amounts are zero, and most others above it: those are written without a detour."""
    if amount < 0:
        return orjson.Fragment(dollars(amount))
    return orjson.Fragment(b"%d.%02d" % divmod(amount, CENTS_A_DOLLAR)) if amount else _ZERO


def explained(line: LineResult, words: Words) -> dict[str, Any]:
    """A line with its words."""
    plain = {"amount": json_number(line.amount), "name": words.label, "explanation": words.explanation}
    return {field: getattr(line, field) for field in _LINE_FIELDS} | plain
