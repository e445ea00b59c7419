"""What comes out: the amounts of a return, each with the way back to what the person typed."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from services.tax.cells import STEPS, Cell, Fact, Input, Line, Worksheet
from services.tax.doubts import Missing, Note, missing, notes
from services.tax.graph import ancestry, reads
from services.tax.limits import Refusal, unsupported
from services.tax.lines import TOPICS
from services.tax.lines.deductions.business_deduction import trade_matters
from services.tax.lines.payments import amount_owed, refund
from services.tax.money import Money
from services.tax.reading import Return
from services.tax.results.printed import printed, topic_of
from services.tax.results.rates import TaxFound, tax_found
from services.tax.results.summary import summary


class NoResult(Exception):
    """An amount was asked of a return that the engine can't work out; `codes` say why."""

    def __init__(self, codes: tuple[Refusal, ...]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


@dataclass(frozen=True, slots=True)
class LineResult:
    """One line of a computed return. Its words in plain language are found by `id` and tax year.

    `amount` is in cents, `label` is what the form prints, `number` is empty where no form has one, and `from_inputs`
    are the dotted paths of the answers that it came from, however far up.
    """

    id: str
    topic: str
    form: str
    number: str
    label: str
    source: str
    amount: Money
    from_lines: tuple[str, ...]
    from_inputs: tuple[str, ...]

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands on its form, to sort by: 6b comes before 11a."""
        letter = self.number.lstrip("0123456789")
        return int(self.number.removesuffix(letter) or 0), letter


@dataclass(frozen=True)
class Computed:
    """One computed return. Amounts are cents; with anything in `unsupported` there are none and NoResult is raised."""

    given: Return
    sheet: Worksheet

    @cached_property
    def unsupported(self) -> tuple[Refusal, ...]:
        """Why there is no result; usually empty."""
        return unsupported(self.sheet)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The questions whose answers could still change the result."""
        return missing(self.given.answers, self.sheet)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Answers that were taken as given and should be looked at."""
        return notes(self.sheet)

    @property
    def trade_matters(self) -> bool:
        """Whether it makes a difference what kind of business somebody has."""
        return self.sheet[trade_matters]

    @property
    def refund(self) -> Money:
        """Form 1040, line 34: what comes back."""
        return self._amount(refund)

    @property
    def amount_owed(self) -> Money:
        """Form 1040, line 37: what is still to pay."""
        return self._amount(amount_owed)

    @property
    def outcome(self) -> Money:
        """What the return comes to: a refund above zero, an amount owed below zero."""
        return self.refund - self.amount_owed

    @cached_property
    def amounts(self) -> dict[str, Money]:
        """The amount of every line of the year by its id, in the order in which a person reads a return."""
        return {line.name: self._amount(line) for line in _lines_of(self.sheet.law.tax_year)}

    @cached_property
    def lines(self) -> tuple[LineResult, ...]:
        """Every line of the year, in the order of `amounts`."""
        return tuple(self._result(line) for line in _lines_of(self.sheet.law.tax_year))

    def line(self, line_id: str) -> LineResult:
        """One line by its id, such as "1040.11a", made when it is first asked for. KeyError for an id not known."""
        if line_id not in self._made:
            self._made[line_id] = self._result(_lines_by_id()[line_id])
        return self._made[line_id]

    def fact(self, name: str) -> Any:
        """A count, a yes/no or an amount on the way to a line, such as "care_percent". KeyError for an unknown name."""
        return self.sheet[_facts_by_name()[name]]

    def tax_on(self, income: Money) -> TaxFound:
        """How the law and the method of this return tax an income in cents at the usual rates."""
        return tax_found(income, self.sheet.law, self.sheet.method)

    def expected(self) -> dict[str, Money]:
        """The amounts under the names of the test returns, in cents; see services/tax/README.md."""
        self._amount(refund)
        return summary(self.sheet)

    def _amount(self, line: Line) -> Money:
        if self.unsupported:
            raise NoResult(self.unsupported)
        return self.sheet[line]

    def _result(self, line: Line) -> LineResult:
        law, amount = self.sheet.law, self._amount(line)
        return LineResult(
            *printed(line, law.tax_year, law.forms_of, phased_in=self.trade_matters),
            amount=amount,
            from_lines=_lines_above(line, law.tax_year),
            from_inputs=tuple(filter(self._names.__contains__, _inputs_above(line))),
        )

    @cached_property
    def _made(self) -> dict[str, LineResult]:
        return {}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.given.given())


@cache
def _facts_by_name() -> dict[str, Fact[Any]]:
    return {step.name: step for step in STEPS if isinstance(step, Fact)}


@cache
def _lines_by_id() -> dict[str, Line]:
    return {step.name: step for step in STEPS if isinstance(step, Line)}


@cache
def _lines_in_order() -> tuple[Line, ...]:
    return tuple(sorted(_lines_by_id().values(), key=lambda line: TOPICS.index(topic_of(line))))


@cache
def _lines_of(tax_year: int) -> tuple[Line, ...]:
    return tuple(line for line in _lines_in_order() if line.since <= tax_year)


@cache
def _lines_above(line: Line, tax_year: int) -> tuple[str, ...]:
    """The lines of the year that a line comes from, in reading order; facts in between are looked through."""
    found: set[Cell[Any]] = set()
    waiting = list(reads(line))
    while waiting:
        cell = waiting.pop()
        if isinstance(cell, Fact):
            waiting += reads(cell)
        else:
            found.add(cell)
    return tuple(above.name for above in _lines_of(tax_year) if above in found)


@cache
def _inputs_above(line: Line) -> tuple[str, ...]:
    return tuple(sorted(cell.name for cell in ancestry(line) if isinstance(cell, Input)))
