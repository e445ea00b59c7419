"""What follows from the answers of the needs assessment, and from which of them: the rules of recommendations.toml."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from services.intake.answers import Needs
from services.intake.saying_no import says_no
from services.tax import YEARS


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing to do. `because` are the answers that it follows from; `to` is a page of ours, `address` the source."""

    id: str
    because: tuple[str, ...]
    to: str
    source: str
    address: str


def recommendations(needs: Needs, *, now: datetime) -> tuple[Recommendation, ...]:
    """All that follows, in the order of the rules; nothing from answers that were not given."""
    told = answered(needs)
    year = max(YEARS[0], min(now.year - 1, YEARS[-1]))
    found = []
    for rule in rules():
        because = tuple(each for each in rule["when"] if each in told)
        if because:
            to = rule["to"].format(tax_year=year)
            found.append(Recommendation(rule["id"], because, to, rule["source"], rule["address"]))
    return tuple(found)


def answered(needs: Needs) -> frozenset[str]:
    """The answers as the rules name them: `program.SSI`."""
    return frozenset(
        [
            *_hearing_aids(needs),
            *(f"program.{each}" for each in needs.programs or ()),
            *(f"interest.{each}" for each in needs.interests or ()),
        ]
    )


def _hearing_aids(needs: Needs) -> list[str]:
    """The answer that was chosen; what was written only where nothing was, as by a partner, who can't choose."""
    if needs.hearing_aids:
        return [f"hearing_aids.{needs.hearing_aids}"]
    if needs.history:
        return ["history.none" if says_no(needs.history) else "history"]
    return []


@cache
def rules() -> list[dict[str, Any]]:
    """The rules as they are written."""
    text = (Path(__file__).parent / "recommendations.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["recommendation"])
