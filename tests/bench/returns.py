"""The returns that are measured: those of the independent model, and wage returns made by a fixed recipe."""

from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

import orjson

from tests.services.tax.returns import SCENARIOS, oracle

_STATUSES = ("single", "married_joint", "married_separate")
_SEED = 1040


def wage_returns(count: int) -> list[dict[str, Any]]:
    """People of working age with wages, and nobody else at home: what all engines here can compute."""
    dice = Random(_SEED)  # noqa: S311  # nothing secret: the same returns every time
    return [_wage_return(number, dice) for number in range(count)]


def every_scenario() -> list[dict[str, Any]]:
    """The returns of all scenarios, one scenario after the other."""
    return [case for scenario in SCENARIOS for case in oracle(scenario)]


def mixed_returns(count: int) -> list[dict[str, Any]]:
    """So many returns of all scenarios, again from the first when they are used up."""
    return list(islice(cycle(every_scenario()), count))


def written(returns: list[dict[str, Any]], path: Path) -> Path:
    """The returns as a file of one JSON object a line."""
    with path.open("wb") as file:
        file.writelines(orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE) for one in returns)
    return path


def _wage_return(number: int, dice: Random) -> dict[str, Any]:
    status = dice.choice(_STATUSES)
    spouse = {"spouse": _earner(dice)} if status == "married_joint" else {}
    withheld = {"federal_income_tax_withheld": dice.randrange(40_000)}
    about = {"id": f"wage-{number}", "tax_year": 2025, "filing_status": status}
    return {**about, "taxpayer": _earner(dice), **spouse, "payments": withheld}


def _earner(dice: Random) -> dict[str, int]:
    return {"age": dice.randrange(25, 65), "wages": dice.randrange(300_000)}
