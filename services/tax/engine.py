"""Compute one return. Pure: the same return gives the same result, and nothing is read or written."""

from enum import StrEnum
from functools import cache
from typing import Any

from services.errors import Unavailable
from services.tax.cells import STEPS, Cell, Worksheet
from services.tax.graph import Plan, compiled
from services.tax.inputs import INPUTS
from services.tax.law import Law, law_for
from services.tax.lines.deductions.choice import itemizes
from services.tax.reading import Return
from services.tax.results import Computed

_MISSING: dict[Cell[Any], Any] = {cell: cell.missing for cell in INPUTS.values()}


class Method(StrEnum):
    """How amounts are rounded: `exact` to the cent by the formulas, `as_filed` as the forms and tables round."""

    EXACT = "exact"
    AS_FILED = "as_filed"


def compute(return_: Return, *, method: Method = Method.EXACT, law: Law | None = None) -> Computed:
    """Every line of the return, by the law of its year and filing status unless another law is handed in.

    Raises Unavailable for the method that is not built yet.
    """
    if method is not Method.EXACT:
        raise Unavailable("tax.method_not_built")
    sheet = Worksheet({**_MISSING, **return_.answers}, law or law_for(return_.tax_year, return_.filing_status))
    _plan().run(sheet)
    return Computed(return_, sheet)


@cache
def _plan() -> Plan:
    return compiled(STEPS, itemizes)
