"""What partners ask: a few amounts about wages, or a whole return. Both become a return that the tax engine reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.values.returns import FilingStatus
from services import tax
from services.errors import Problem, pointer_to
from services.partners.faults import Fault, InvalidQuestion
from services.tax import YEARS, InvalidReturn, Money, Reader, Return, parse_return

_PLACES = {
    "income_w2": ("taxpayer", "wages"),
    "special_deduction_amount": ("itemized", "impairment_related_work_expenses"),
    "federal_income_tax_withheld": ("payments", "federal_income_tax_withheld"),
}
"""Where the amounts of a few fields stand in a whole return."""
FEW_FIELDS = (*_PLACES, "deductions_standard", "filing_status", "tax_year")
WHOLE, WORKSHEET = "return", "include_worksheet"


@dataclass(frozen=True, slots=True)
class Question:
    """A return to estimate. `left_out` are those of the few fields that have a default and were not given."""

    given: Return
    is_whole: bool
    left_out: tuple[str, ...] = ()
    standard_deduction: Money | None = None
    include_worksheet: bool = False


def read_question(body: object, *, now: datetime) -> Question:
    """Read what a partner sent. Raises InvalidQuestion with every problem.

    Null for a field that may be left out is the same as leaving it out.
    """
    if not isinstance(body, Mapping):
        raise InvalidQuestion([Problem("", tax.Fault.GROUP)])
    may_be_null = {WORKSHEET} if WHOLE in body else {WORKSHEET, *FEW_FIELDS}
    body = {field: value for field, value in body.items() if value is not None or field not in may_be_null}
    known = {WHOLE, WORKSHEET, *FEW_FIELDS}
    problems = [Problem(pointer_to(field), tax.Fault.UNKNOWN_FIELD) for field in body if field not in known]
    worksheet = _read(body, WORKSHEET, tax.yes_no, problems)
    standard = _read(body, "deductions_standard", tax.amount, problems)
    given = _whole(body, problems) if WHOLE in body else _few(body, last_full_year(now), problems)
    if problems or given is None:
        raise InvalidQuestion(problems)
    left_out = () if WHOLE in body else tuple(field for field in _WITH_DEFAULT if field not in body)
    return Question(given, WHOLE in body, left_out, standard, bool(worksheet))


def last_full_year(now: datetime) -> int:
    """The tax year when none is given: the one that people file now, as far as its law is known."""
    return max(YEARS[0], min(now.year - 1, YEARS[-1]))


_WITH_DEFAULT = ("filing_status", "tax_year", "federal_income_tax_withheld")


def _read(body: Mapping[str, Any], field: str, reader: Reader, problems: list[Problem]) -> Any:
    read = reader(body[field]) if field in body else None
    if isinstance(read, tax.Fault):
        problems.append(Problem(pointer_to(field), read))
    return read


def _whole(body: Mapping[str, Any], problems: list[Problem]) -> Return | None:
    problems += [Problem(pointer_to(field), Fault.BESIDE_RETURN) for field in FEW_FIELDS if field in body]
    return _parsed(body[WHOLE], problems, {})


def _few(body: Mapping[str, Any], tax_year: int, problems: list[Problem]) -> Return | None:
    if "income_w2" not in body:
        problems.append(Problem(pointer_to("income_w2"), Fault.INCOME_MISSING))
    status = body.get("filing_status", FilingStatus.SINGLE)
    whole: dict[str, Any] = {"tax_year": body.get("tax_year", tax_year), "filing_status": status}
    whole |= {group: {name: body[field]} for field, (group, name) in _PLACES.items() if field in body}
    if status == FilingStatus.MARRIED_JOINT:
        whole["spouse"] = {}
    return _parsed(whole, problems, {pointer_to(*place): pointer_to(field) for field, place in _PLACES.items()})


def _parsed(whole: object, problems: list[Problem], sent_as: Mapping[str, str]) -> Return | None:
    """The return; its problems are told by the fields that were sent. A whole return lies under `return`."""
    try:
        return parse_return(whole)
    except InvalidReturn as invalid:
        under = "" if sent_as else pointer_to(WHOLE)
        problems += [Problem(sent_as.get(one.pointer, under + one.pointer), one.code) for one in invalid.problems]
        return None
