"""Schedule 1-A: how each deduction comes to what it is, from what was paid, its highest amount and the income."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed, Money


@dataclass(frozen=True, slots=True)
class _Part:
    """The numbers of its lines in their order: what was paid, the most of it, income, its limit, and what it loses."""

    paid: tuple[str, ...]
    most: str
    income: str
    start: str
    over: str
    steps: str
    lost: str


_TIPS = _Part(("4c", "6"), "7", "8", "9", "10", "11", "12")
_OVERTIME = _Part(("14a", "14c"), "15", "16", "17", "18", "19", "20")
_CAR_LOAN = _Part(("23",), "24", "25", "26", "27", "28", "29")


def additional_lines(computed: Computed) -> Iterator[PaperLine]:
    """The parts that give a deduction. Those of income above the start only for who has it: others skip them."""
    law = computed.sheet.law.additional_deductions
    paid = {name: computed.sheet.entered(computed.given.answer(f"special_deductions.{name}")) for name in _PAID}
    if computed.line("schedule_1a.13").amount:
        tips = min(paid["qualified_tips"], law.tips_limit)
        yield from _part(_TIPS, computed, paid["qualified_tips"], tips, law.work_phase_out_start)
    if computed.line("schedule_1a.21").amount:
        overtime = min(paid["qualified_overtime"], law.overtime_limit)
        yield from _part(_OVERTIME, computed, paid["qualified_overtime"], overtime, law.work_phase_out_start)
    if computed.line("schedule_1a.30").amount:
        interest = min(paid["car_loan_interest"], law.car_limit)
        yield from _part(_CAR_LOAN, computed, paid["car_loan_interest"], interest, law.car_phase_out_start)
    if computed.line("schedule_1a.37").amount:
        yield from _seniors(computed)


_PAID = ("qualified_tips", "qualified_overtime", "car_loan_interest")


def _part(part: _Part, computed: Computed, paid: Money, most: Money, start: Money) -> Iterator[PaperLine]:
    """Steps of income are full ones for tips and overtime; for a car loan, one that is begun counts as well."""
    law, income = computed.sheet.law.additional_deductions, computed.line("1040.11a").amount
    yield from (_line(number, paid) for number in part.paid)
    yield from (_line(part.most, most), _line(part.income, income), _line(part.start, start))
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
