"""Schedule 1-A: how each deduction comes to what it is, from what was paid, its highest amount and the income."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed, Money


@dataclass(frozen=True, slots=True)
class _Part:
    """A deduction by the input and the line that it has, and the numbers of its lines in their order.

    These are what was paid, the most of it, income, its limit, and what it loses.
    """

    input: str
    deduction: str
    paid: tuple[str, ...]
    most: str
    income: str
    start: str
    over: str
    steps: str
    lost: str


_TIPS = _Part("qualified_tips", "13", ("4c", "6"), "7", "8", "9", "10", "11", "12")
_OVERTIME = _Part("qualified_overtime", "21", ("14a", "14c"), "15", "16", "17", "18", "19", "20")
_CAR_LOAN = _Part("car_loan_interest", "30", ("23",), "24", "25", "26", "27", "28", "29")


def additional_lines(computed: Computed) -> Iterator[PaperLine]:
    """The parts that give a deduction. Those of income above the start only for who has it: others skip them."""
    law = computed.sheet.law.additional_deductions
    most_and_start = (
        (_TIPS, law.tips_limit, law.work_phase_out_start),
        (_OVERTIME, law.overtime_limit, law.work_phase_out_start),
        (_CAR_LOAN, law.car_limit, law.car_phase_out_start),
    )
    for part, most, start in most_and_start:
        if computed.line(f"schedule_1a.{part.deduction}").amount:
            yield from _part(part, computed, most, start)
    if computed.line("schedule_1a.37").amount:
        yield from _seniors(computed)


def _part(part: _Part, computed: Computed, most: Money, start: Money) -> Iterator[PaperLine]:
    """Steps of income are full ones for tips and overtime; for a car loan, one that is begun counts as well."""
    law, income = computed.sheet.law.additional_deductions, computed.line("1040.11a").amount
    paid = computed.sheet.entered(computed.given.answer(f"special_deductions.{part.input}"))
    yield from (_line(number, paid) for number in part.paid)
    yield from (_line(part.most, min(paid, most)), _line(part.income, income), _line(part.start, start))
    if income > start:
        over, begun = income - start, part is _CAR_LOAN
        steps = -(-over // law.phase_out_step) if begun else over // law.phase_out_step
        each = law.car_phase_out_each_step if begun else law.work_phase_out_each_step
        yield _line(part.over, over)
        yield _line(part.steps, steps, Kind.NUMBER)
        yield _line(part.lost, steps * each)


def _seniors(computed: Computed) -> Iterator[PaperLine]:
    """Part V, for each filer who is old enough."""
    law, income = computed.sheet.law.additional_deductions, computed.line("1040.11a").amount
    over = max(0, income - law.senior_phase_out_start)
    lost = computed.sheet.share(law.senior_phase_out_rate, over)
    each = law.senior_each - lost
    amounts = {"31": income, "32": law.senior_phase_out_start, "33": over, "34": lost, "35": each}
    yield from (_line(number, amount) for number, amount in amounts.items())
    filers = ("taxpayer", "spouse") if computed.fact("joint") else ("taxpayer",)
    for number, who in zip(("36a", "36b"), filers, strict=False):
        if computed.given.answer(f"{who}.age") >= computed.sheet.law.standard_deduction.senior_age:
            yield _line(number, each)


def _line(number: str, value: int, kind: Kind = Kind.DOLLARS) -> PaperLine:
    return PaperLine(number, f"schedule_1a.{number}", value, kind)
