"""From JSON to a return: the only door for what people and programs hand in.

A missing field, or one that is null, is 0, false or none; an unknown field, a wrong type or an impossible combination
is a problem with a pointer to the field. Plain tables and loops instead of a schema library: a return is read in some
ten microseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.values.returns import FilingStatus
from services.errors import Problem, pointer_to
from services.tax import inputs
from services.tax.cells import Cell
from services.tax.money import Money
from services.tax.reading import values
from services.tax.reading.contradictions import contradictions
from services.tax.reading.faults import Fault, InvalidReturn
from services.tax.reading.fields import DEPENDENT, FIELDS, GROUPS, NOWHERE

_ABOUT = frozenset({"id", "scenario", "tax_year", "filing_status", "expected"})
_MAY_BE_NULL = frozenset({"dependents", *GROUPS, *FIELDS[""]})
_UNKNOWN: Any = Fault.UNKNOWN_FIELD
_STATUSES = {status.value: status for status in FilingStatus}


@dataclass(frozen=True, slots=True)
class Return:
    """What is known of one tax return. `answers` has only what was given, by field; amounts are cents."""

    tax_year: int
    filing_status: FilingStatus
    answers: dict[Cell[Any], Any]
    id: Any = None
    scenario: str = ""

    def given(self) -> tuple[str, ...]:
        """The dotted paths of the fields that were given."""
        return tuple(cell.name for cell in self.answers)

    def answer(self, field: str) -> Any:
        """The answer at a dotted path, or what a missing one counts as. KeyError for an unknown path."""
        cell = inputs.INPUTS[field]
        return self.answers.get(cell, cell.missing)

    def with_amounts(self, amounts: Mapping[str, Money]) -> "Return":
        """The same return with other amounts, in cents, at these dotted paths. KeyError for an unknown one."""
        return self.with_answers(amounts)

    def with_answers(self, answers: Mapping[str, Any]) -> "Return":
        """The same return with other answers, as `answer` gives them, at these dotted paths. KeyError likewise."""
        return replace(self, answers=self.answers | {inputs.INPUTS[field]: value for field, value in answers.items()})


def parse_return(data: object) -> Return:
    """Read a return in the shape of services/tax/README.md, with `expected` as a passenger that is not read.

    Raises InvalidReturn, which names every problem with a JSON pointer.
    """
    problems: list[Problem] = []
    if not isinstance(data, Mapping):
        raise InvalidReturn([Problem("", Fault.GROUP)])
    answers: dict[Cell[Any], Any] = {}
    for field, value in data.items():
        if field not in _ABOUT:
            _read_field(field, value, answers, problems)
    status = _status(data.get("filing_status"))
    problems += contradictions(data, status, answers)
    if problems or status is None:
        raise InvalidReturn(problems)
    answers[inputs.filing_status] = status
    return Return(data["tax_year"], status, answers, data.get("id"), str(data.get("scenario") or ""))


def _read_field(field: str, value: Any, answers: dict[Cell[Any], Any], problems: list[Problem]) -> None:
    if value is None and field in _MAY_BE_NULL:
        return
    if field == "dependents":
        answers[inputs.dependents] = _dependents(value, problems)
    elif field in GROUPS:
        if not isinstance(value, Mapping):
            problems.append(Problem(pointer_to(field), Fault.GROUP))
            return
        _read_group(field, value, answers, problems)
    else:
        _read_group("", {field: value}, answers, problems)


def _read_group(group: str, fields: Mapping[str, Any], answers: dict[Cell[Any], Any], problems: list[Problem]) -> None:
    known = FIELDS[group]
    for field, value in fields.items():
        if value is None and field in known:
            continue
        cell, reader = known.get(field, NOWHERE)
        read = reader(value)
        if isinstance(read, Fault):
            problems.append(Problem(_pointer(group, field), read))
        else:
            answers[cell] = read


def _dependents(value: Any, problems: list[Problem]) -> tuple[inputs.Dependent, ...]:
    if fault := values.list_fault(value):
        problems.append(Problem("/dependents", fault))
        return ()
    return tuple(_dependent(place, one, problems) for place, one in enumerate(value))


def _dependent(place: int, fields: Any, problems: list[Problem]) -> inputs.Dependent:
    if not isinstance(fields, Mapping):
        problems.append(Problem(pointer_to("dependents", place), Fault.GROUP))
        return inputs.Dependent()
    told = {field: value for field, value in fields.items() if value is not None or field not in DEPENDENT}
    read = {field: DEPENDENT[field](value) if field in DEPENDENT else _UNKNOWN for field, value in told.items()}
    faults = [
        Problem(pointer_to("dependents", place, field), fault)
        for field, fault in read.items()
        if isinstance(fault, Fault)
    ]
    problems += faults
    return inputs.Dependent() if faults else inputs.Dependent(**read)


def _status(value: Any) -> FilingStatus | None:
    return _STATUSES.get(value) if isinstance(value, str) else None


def _pointer(group: str, field: str) -> str:
    return pointer_to(group, field) if group else pointer_to(field)
