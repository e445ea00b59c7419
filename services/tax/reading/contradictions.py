"""What no field of a return shows alone: whether it fits the others."""

from collections.abc import Mapping
from typing import Any

from db.values.returns import FilingStatus
from services.errors import Problem
from services.tax import inputs
from services.tax.cells import Cell
from services.tax.law import YEARS
from services.tax.reading.faults import Fault


def contradictions(
    data: Mapping[str, Any], status: FilingStatus | None, answers: Mapping[Cell[Any], Any]
) -> list[Problem]:
    """Every pair that can't be true together, and a year or status that is none."""
    joint, spouse = status is FilingStatus.MARRIED_JOINT, data.get("spouse")
    separate = status is FilingStatus.MARRIED_SEPARATE
    dividends = answers.get(inputs.ordinary_dividends, 0), answers.get(inputs.qualified_dividends, 0)
    checks = (
        (not _is_year(data.get("tax_year")), "/tax_year", Fault.TAX_YEAR),
        (status is None, "/filing_status", Fault.FILING_STATUS),
        (joint and spouse is None, "/spouse", Fault.SPOUSE_MISSING),
        (status is not None and not joint and spouse is not None, "/spouse", Fault.SPOUSE_NOT_HERE),
        (
            status is not None and not separate and answers.get(inputs.lived_apart_all_year, False),
            "/lived_apart_all_year",
            Fault.LIVED_APART,
        ),
        (dividends[1] > dividends[0], "/income/qualified_dividends", Fault.DIVIDENDS),
    )
    return [Problem(pointer, fault) for wrong, pointer, fault in checks if wrong]


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and value in YEARS
