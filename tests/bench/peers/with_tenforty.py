"""tenforty's graph backend on wage returns: all of them in one call, from lists in memory to a list of taxes."""

from importlib import import_module
from time import perf_counter
from typing import Any

from tests.bench.peers.serving import Computed, serve

tenforty: Any = import_module("tenforty")  # by name: only the peer's own environment has it

_STATUS = {"single": "Single", "married_joint": "Married/Joint", "married_separate": "Married/Sep"}
_TAX_YEAR = 2025


def row(data: dict[str, Any]) -> tuple[str, float]:
    """Filing status and wages, under this engine's names."""
    wages = data["taxpayer"]["wages"] + data.get("spouse", {"wages": 0})["wages"]
    return _STATUS[data["filing_status"]], float(wages)


def compute(rows: list[tuple[str, float]]) -> Computed:
    """One call for all rows; `zip` pairs the lists row by row."""
    start = perf_counter()
    statuses, wages = [status for status, _ in rows], [amount for _, amount in rows]
    answered = tenforty.evaluate_returns(
        year=_TAX_YEAR, filing_status=statuses, w2_income=wages, backend="graph", mode="zip"
    )
    taxes = answered["federal_income_tax"].to_list()
    return {"tenforty 2025.12, graph backend, warm": perf_counter() - start}, taxes


if __name__ == "__main__":
    serve(row, compute)
