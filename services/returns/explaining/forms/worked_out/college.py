"""Form 8863 of 2025: how costs of college become the two credits, also for each student."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed, Money, Rate


def college_lines(computed: Computed) -> Iterator[PaperLine]:
    """A part whose credit nobody in the return has is left out: its form says to skip it."""
    if whole := computed.fact("opportunity_credit_before_phase_out"):
        yield from _students(computed)
        yield _line("1", whole)
        yield from _phase_out(computed, ("2", "3", "4", "5", "6"))
        yield _line("9", computed.line("8863.7").amount - computed.line("1040.29").amount)
    if costs := computed.sheet.entered(computed.given.answer("credits.lifetime_learning_expenses")):
        yield _line("10", costs)
        yield _line("11", min(costs, computed.sheet.law.education.lifetime_limit))
        yield _line("12", computed.fact("lifetime_credit_before_phase_out"))
        yield from _phase_out(computed, ("13", "14", "15", "16", "17"))


def _students(computed: Computed) -> Iterator[PaperLine]:
    """Lines 27 to 30 of each page 2, in the order in which the costs were told."""
    law, entered = computed.sheet.law.education, computed.sheet.entered
    told = [each for each in computed.given.answer("credits.american_opportunity_expenses") if each]
    for student, costs in enumerate(told, start=1):
        full, partial = min(costs, law.full_part), max(0, min(costs - law.full_part, law.partial_part))
        share = computed.sheet.share(law.partial_rate, partial)
        amounts = {"27": entered(full + partial), "28": entered(partial), "29": share, "30": entered(full + share)}
        yield from (_line(number, amount, person=student) for number, amount in amounts.items())


def _phase_out(computed: Computed, numbers: tuple[str, str, str, str, str]) -> Iterator[PaperLine]:
    """The end of the phase-out, income, what is left to the end, the range, and their share with three places."""
    law, income = computed.sheet.law.education, computed.line("1040.11a").amount
    end = law.phase_out_start + law.phase_out_range
    left = end - income
    if left <= 0:
        return
    part = Rate.to_three_places(min(left, law.phase_out_range), law.phase_out_range)
    amounts: tuple[Money, ...] = (end, income, left, law.phase_out_range)
    yield from (_line(number, amount) for number, amount in zip(numbers, amounts, strict=False))
    thousandths = 1000 * part.numerator // part.denominator
    yield _line(numbers[-1], thousandths, Kind.THREE_PLACES)


def _line(number: str, value: int, kind: Kind = Kind.DOLLARS, *, person: int = 0) -> PaperLine:
    return PaperLine(number, f"form_8863.{number}", value, kind, person)
