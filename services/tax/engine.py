"""Compute one return. Pure: the same return gives the same result, and nothing is read or written."""

from collections.abc import Callable
from functools import cache
from typing import Any

from services.tax.cells import STEPS, Cell, Worksheet
from services.tax.flat import flat
from services.tax.graph import Plan, compiled
from services.tax.inputs import INPUTS
from services.tax.law import Law, law_for
from services.tax.lines.deductions.choice import itemizes
from services.tax.method import Method
from services.tax.reading import Return
from services.tax.results import Computed

_MISSING: dict[Cell[Any], Any] = {cell: cell.missing for cell in INPUTS.values()}


def compute(return_: Return, *, method: Method = Method.AS_FILED, law: Law | None = None) -> Computed:
    """Every line of the return, by the law of its year and filing status unless another law is handed in."""
    law = law or law_for(return_.tax_year, return_.filing_status)
    sheet = Worksheet({**_MISSING, **return_.answers}, law, method)
    _run(method)(sheet)
    return Computed(return_, sheet)


@cache
def _run(method: Method) -> Callable[[Worksheet], None]:
    return flat(_plan(method), whole=method is Method.AS_FILED)


@cache
def _plan(method: Method) -> Plan:
    return compiled(STEPS, itemizes, method)
