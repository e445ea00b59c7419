"""From declared lines to one order of work: who reads whom, found once, and run without looking anything up.

A formula reads other cells by their names (`r[total_income]`), so the global names in its compiled code are its
dependencies; the functions of this package that it calls are looked through as well. A test records what formulas
really read and holds it against this.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dis import get_instructions
from functools import cache
from graphlib import TopologicalSorter
from types import CodeType, FunctionType
from typing import Any

from services.tax.cells import Cell, Choice, Formula, Step, Worksheet
from services.tax.method import Method
from services.tax.money import Money, whole_dollars

Order = tuple[tuple[Cell[Any], Formula[Any]], ...]


@dataclass(frozen=True)
class Plan:
    """One compiled order: what comes before the choice, what is run once for each way, and what comes after."""

    before: Order
    choice: Choice
    between: Order
    after: Order

    def run(self, sheet: Worksheet) -> None:
        """Fill in every step of the worksheet."""
        _fill(sheet, self.before)
        self._choose(sheet)
        _fill(sheet, self.after)

    def _choose(self, sheet: Worksheet) -> None:
        price = self._price(sheet, yes=False)
        worth_trying = sheet[self.choice.worth_trying] > 0
        if worth_trying and self._price(sheet, yes=True) >= price:
            self._price(sheet, yes=False)

    def _price(self, sheet: Worksheet, *, yes: bool) -> Money:
        sheet[self.choice] = yes
        _fill(sheet, self.between)
        return sheet[self.choice.price]


def compiled(steps: Sequence[Step[Any]], choice: Choice, method: Method) -> Plan:
    """Order the steps so that each comes after what it reads. Raises graphlib.CycleError when that can't be done."""
    sorter = TopologicalSorter({step: reads(step) for step in steps})
    order = [cell for cell in sorter.static_order() if isinstance(cell, Step)]
    undecided = {cell for cell in order if choice in ancestry(cell)}
    needed = {choice.price, *ancestry(choice.price)}
    between = [cell for cell in order if cell in undecided and cell in needed]
    after = [cell for cell in order if cell in undecided and cell not in needed]
    before = [cell for cell in order if cell not in undecided]
    return Plan(_formulas(before, method), choice, _formulas(between, method), _formulas(after, method))


@cache
def reads(step: Step[Any]) -> frozenset[Cell[Any]]:
    """The cells that a step reads directly."""
    return frozenset(_cells_named_in(step.formula, frozenset()))


@cache
def ancestry(step: Step[Any]) -> frozenset[Cell[Any]]:
    """Every cell that a step depends on, however far up."""
    above: set[Cell[Any]] = set()
    for cell in reads(step):
        above.add(cell)
        if isinstance(cell, Step):
            above |= ancestry(cell)
    return frozenset(above)


def _fill(sheet: Worksheet, order: Order) -> None:
    for cell, formula in order:
        sheet[cell] = formula(sheet)


def _formulas(steps: Sequence[Step[Any]], method: Method) -> Order:
    return tuple((step, _rounding(step, method)) for step in steps)


def _rounding(step: Step[Any], method: Method) -> Formula[Any]:
    """The formula of a step, rounded as the method enters amounts on a line."""
    formula = step.formula
    return (lambda r: whole_dollars(formula(r))) if step.is_amount and method is Method.AS_FILED else formula


def _cells_named_in(formula: Any, seen: frozenset[Any]) -> Iterator[Cell[Any]]:
    for name in _names(formula.__code__):
        thing = formula.__globals__.get(name)
        if isinstance(thing, Cell):
            yield thing
        elif isinstance(thing, FunctionType) and thing.__module__.startswith("services.tax") and thing not in seen:
            yield from _cells_named_in(thing, seen | {thing})


def _names(code: CodeType) -> Iterator[str]:
    yield from (step.argval for step in get_instructions(code) if step.opname == "LOAD_GLOBAL")
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
