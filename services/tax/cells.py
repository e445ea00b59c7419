"""The cells of a return: those that a person fills, those that compute, and the one that chooses.

Cell
├── Input    a field of the return, filled by the person
├── Choice   the cheaper of two ways through the return
└── Step     computed by a function of the cells before it
    ├── Fact   a count, a yes/no, or an amount on the way to a line
    └── Line   an amount on a form: it has a number, a label and a source
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from services.tax.law import Law
from services.tax.method import Method
from services.tax.money import Money, Rate, portion, whole_dollars

T = TypeVar("T")


class Cell(Generic[T]):
    """One named place in a worksheet."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


class Input(Cell[T]):
    """A field of the return. `name` is its dotted path, `missing` its value when the person gave none."""

    def __init__(self, name: str, missing: T) -> None:
        super().__init__(name)
        self.missing = missing


class Choice(Cell[bool]):
    """A free choice. It is yes when that makes `price` lower; it is only tried when `worth_trying` is above zero."""

    price: "Step[Money]"
    worth_trying: "Step[Money]"

    def settle_by(self, price: "Step[Money]", *, worth_trying: "Step[Money]") -> None:
        """Name the lines that decide; they stand further down, so they are named after they exist."""
        self.price, self.worth_trying = price, worth_trying


class Worksheet(dict[Cell[Any], Any]):
    """The values of one return, by cell, the law for its year and filing status, and how amounts are rounded."""

    def __init__(self, values: dict[Cell[Any], Any], law: Law, method: Method) -> None:
        super().__init__(values)
        self.law, self.method, self.unit = law, method, method.unit

    def share(self, rate: Rate, amount: Money) -> Money:
        """A share of an amount, rounded once, as it is entered on a form."""
        return rate.of(amount, self.unit)

    def portion(self, amount: Money, part: Money, whole: Money) -> Money:
        """`amount` × `part` / `whole`, rounded once, as it is entered on a form."""
        return portion(amount, part, whole, self.unit)

    def entered(self, amount: Money) -> Money:
        """An amount, rounded as it is entered on a form."""
        return whole_dollars(amount) if self.unit > 1 else amount

    if TYPE_CHECKING:

        def __getitem__(self, cell: Cell[T]) -> T: ...


Formula = Callable[[Worksheet], T]


class Step(Cell[T]):
    """A cell that is computed from others. `is_amount`: it holds money, and not a count or a yes/no."""

    def __init__(self, name: str, formula: Formula[T]) -> None:
        super().__init__(name)
        self.formula = formula
        self.is_amount = formula.__annotations__.get("return") == Money


class Fact(Step[T]):
    """A count, a yes/no, or an amount that a form asks for each person, on the way to a line."""


class Line(Step[Money]):
    """An amount on a form. `since` is the first year whose law has it."""

    def __init__(self, name: str, formula: Formula[Money], *, label: str, source: str, since: int) -> None:
        super().__init__(name, formula)
        self.label, self.source, self.since = label, source, since
        self.form, _, self.number = source.partition(", line ")


STEPS: list[Step[Any]] = []
"""Every step, in the order in which the topics declare them: the order of the forms."""


def line(name: str, label: str, *, source: str, since: int = 0) -> Callable[[Formula[Money]], Line]:
    """Make a function a line of the return: `label` as the form prints it, `source` as "form, line number"."""

    def declare(formula: Formula[Money]) -> Line:
        made = Line(name, formula, label=label, source=source, since=since)
        STEPS.append(made)
        return made

    return declare


def fact(formula: Formula[T]) -> Fact[T]:
    """Make a function a fact, named after itself."""
    made = Fact(formula.__name__, formula)
    STEPS.append(made)
    return made
