"""Which fields a return has, by group, and how the value of each is read."""

from typing import Any

from services.tax import inputs
from services.tax.cells import Cell, Input
from services.tax.reading import values
from services.tax.reading.faults import Fault

GROUPS = ("taxpayer", "spouse", "income", "adjustments", "itemized", "special_deductions", "credits", "payments")
_READERS: dict[Cell[Any], values.Reader] = {
    inputs.short_term_capital_gain: values.gain_or_loss,
    inputs.long_term_capital_gain: values.gain_or_loss,
    inputs.taxpayer_business_profit: values.profit,
    inputs.spouse_business_profit: values.profit,
    inputs.taxpayer_boxes_3_and_7: values.amount,
    inputs.taxpayer_box_5: values.amount,
    inputs.spouse_boxes_3_and_7: values.amount,
    inputs.spouse_box_5: values.amount,
    inputs.situations: values.situations,
}


def _reader(cell: Input[Any]) -> values.Reader:
    if cell in _READERS:
        return _READERS[cell]
    if cell.missing is None or isinstance(cell.missing, bool):
        return values.yes_no
    if isinstance(cell.missing, tuple):
        return values.amounts
    return values.age if cell.name.endswith(".age") else values.amount


def _fields(group: str) -> dict[str, tuple[Input[Any], values.Reader]]:
    inside = {name.removeprefix(f"{group}."): cell for name, cell in inputs.INPUTS.items() if _in(group, name)}
    return {field: (cell, _reader(cell)) for field, cell in inside.items()}


def _in(group: str, name: str) -> bool:
    return name.startswith(f"{group}.") if group else "." not in name and name not in ("filing_status", "dependents")


NOWHERE: tuple[Any, values.Reader] = (None, lambda _: Fault.UNKNOWN_FIELD)
FIELDS = {group: _fields(group) for group in ("", *GROUPS)}
DEPENDENT: dict[str, values.Reader] = {
    "age": values.age,
    "full_time_student": values.yes_no,
    "permanently_disabled": values.yes_no,
}
