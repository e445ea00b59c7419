"""Schedule 1-A: how each deduction comes to what it is, from what was paid, its highest amount and the income."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed, Money


@dataclass(frozen=True, slots=True)
class _Part:
    """A deduction by its input and its line, the facts about it, and the numbers of its lines in their order.

    `phase_out` and `counted` begin the names of facts. The numbers are of what was paid, of that up to the limit,
    of income, of where the phase-out starts, of income above it, of its steps, and of what is lost.
    """

    input: str
    deduction: str
    counted: str
    phase_out: str
    paid: tuple[str, ...]
    numbers: tuple[str, str, str, str, str, str]


_TIPS = _Part("qualified_tips", "13", "tips", "work", ("4c", "6"), ("7", "8", "9", "10", "11", "12"))
_OVERTIME = _Part("qualified_overtime", "21", "overtime", "work", ("14a", "14c"), ("15", "16", "17", "18", "19", "20"))
_CAR_LOAN = _Part("car_loan_interest", "30", "car_loan", "car", ("23",), ("24", "25", "26", "27", "28", "29"))


def additional_lines(computed: Computed) -> Iterator[PaperLine]:
    """The parts that give a deduction. Those of income above the start only for who has it: others skip them."""
    law = computed.sheet.law.additional_deductions
    starts = {_TIPS: law.work_phase_out_start, _OVERTIME: law.work_phase_out_start, _CAR_LOAN: law.car_phase_out_start}
    for part, start in starts.items():
        if computed.line(f"schedule_1a.{part.deduction}").amount:
            yield from _part(part, computed, start)
    if computed.line("schedule_1a.37").amount:
        yield from _seniors(computed)


def _part(part: _Part, computed: Computed, start: Money) -> Iterator[PaperLine]:
    paid = computed.sheet.entered(computed.given.answer(f"special_deductions.{part.input}"))
    yield from (_line(number, paid) for number in part.paid)
    most, income, start_at, over, steps, lost = part.numbers
    yield _line(most, computed.fact(f"{part.counted}_up_to_limit"))
    yield from (_line(income, computed.line("1040.11a").amount), _line(start_at, start))
    if above := computed.fact(f"income_above_{part.phase_out}_start"):
        yield _line(over, above)
        yield _line(steps, computed.fact(f"{part.phase_out}_phase_out_steps"), Kind.NUMBER)
        yield _line(lost, computed.fact(f"{part.phase_out}_phase_out"))


def _seniors(computed: Computed) -> Iterator[PaperLine]:
    """Part V, for each filer who is old enough."""
    each = computed.fact("deduction_of_each_senior")
    yield _line("31", computed.line("1040.11a").amount)
    yield _line("32", computed.sheet.law.additional_deductions.senior_phase_out_start)
    yield _line("33", computed.fact("income_above_senior_start"))
    yield _line("34", computed.fact("senior_phase_out"))
    yield _line("35", each)
    for number, who in (("36a", "taxpayer"), ("36b", "spouse")):
        if computed.fact(f"{who}_is_senior"):
            yield _line(number, each)


def _line(number: str, value: int, kind: Kind = Kind.DOLLARS) -> PaperLine:
    return PaperLine(number, f"schedule_1a.{number}", value, kind)
