"""Tax-Calculator on wage returns: custom data as its guide shows it, from rows in memory to a list of taxes.

Its numba functions compile in the first calculation, which is not measured. One `Policy` may serve several
calculators, so it is also told what the rest takes, and what is left when the data are arrays already.
"""

from importlib import import_module
from time import perf_counter
from typing import Any

from tests.bench.peers.serving import Computed, serve

taxcalc: Any = import_module("taxcalc")  # by name: only the peer's own environment has it
pandas: Any = import_module("pandas")

_STATUS = {"single": 1, "married_joint": 2, "married_separate": 3}
_TAX_YEAR = 2025


def row(data: dict[str, Any]) -> dict[str, int]:
    """A return under the names of this engine's input variables."""
    first, second = data["taxpayer"], data.get("spouse", {"age": 0, "wages": 0})
    return {
        "MARS": _STATUS[data["filing_status"]],
        "XTOT": 1 + ("spouse" in data),
        "age_head": first["age"],
        "age_spouse": second["age"],
        "e00200": first["wages"] + second["wages"],
        "e00200p": first["wages"],
        "e00200s": second["wages"],
    }


def compute(rows: list[dict[str, int]]) -> Computed:
    """Law, rows, calculation and taxes, with what their parts took."""
    start = perf_counter()
    policy = taxcalc.Policy()
    law_ready = perf_counter()
    data = pandas.DataFrame(rows).assign(RECID=range(1, len(rows) + 1))
    records = taxcalc.Records(data=data, start_year=_TAX_YEAR, gfactors=None, weights=None)
    policy.set_year(_TAX_YEAR)
    calculator = taxcalc.Calculator(policy=policy, records=records)
    arrays_ready = perf_counter()
    calculator.calc_all()
    calculated = perf_counter()
    taxes = calculator.array("c05800").tolist()
    end = perf_counter()
    parts = {
        "Tax-Calculator 6.8.0, warm": end - start,
        "Tax-Calculator 6.8.0, warm, law kept": end - law_ready,
        "Tax-Calculator 6.8.0, warm, arrays only": calculated - arrays_ready,
    }
    return parts, taxes


if __name__ == "__main__":
    serve(row, compute)
