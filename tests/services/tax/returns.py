"""Returns for tests: those of the independent model, and small ones made by hand."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from services.tax import Computed, Method, compute, parse_return

SCENARIOS = (
    "family",
    "investor",
    "itemizer",
    "retiree",
    "self_employed",
    "ssdi",
    "student",
    "tips_overtime",
    "wage",
)
_FOLDER = Path(__file__).parent / "oracle"


@cache
def oracle(scenario: str) -> tuple[dict[str, Any], ...]:
    """The returns of a scenario with what the model expects."""
    return tuple(orjson.loads(line) for line in (_FOLDER / f"{scenario}.jsonl").read_bytes().splitlines())


def computed(*, method: Method = Method.EXACT, **fields: Any) -> Computed:
    """A return computed to the cent: single in 2025, aged 40, unless the fields say otherwise."""
    usual: dict[str, Any] = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 40}}
    return compute(parse_return(usual | fields), method=method)


def exactly(case: dict[str, Any]) -> Computed:
    """A whole return, computed to the cent."""
    return compute(parse_return(case), method=Method.EXACT)


def in_dollars(cents: int) -> Decimal:
    """Cents as dollars."""
    return Decimal(cents) / 100
