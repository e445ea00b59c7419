"""Form 8863 of 2025: how costs of college become the two credits, also for each student."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed


def college_lines(computed: Computed) -> Iterator[PaperLine]:
    """A part whose credit nobody in the return has is left out: its form says to skip it."""
    if whole := computed.fact("opportunity_credit_before_phase_out"):
        yield from _students(computed)
        yield _line("1", whole)
        yield from _phase_out(computed, ("2", "3", "4", "5", "6"))
        if computed.fact("refund_of_credit_refused"):
            yield PaperLine("7", "form_8863.7_box", 1, Kind.YES)
        yield _line("9", computed.fact("opportunity_credit_against_tax"))
    if costs := computed.sheet.entered(computed.given.answer("credits.lifetime_learning_expenses")):
        yield _line("10", costs)
        yield _line("11", computed.fact("lifetime_costs_up_to_limit"))
        yield _line("12", computed.fact("lifetime_credit_before_phase_out"))
        yield from _phase_out(computed, ("13", "14", "15", "16", "17"))


def _students(computed: Computed) -> Iterator[PaperLine]:
    """Lines 27 to 30 of each page 2."""
    for person, student in enumerate(computed.fact("students"), start=1):
        amounts = {"27": student.costs, "28": student.partial, "29": student.share, "30": student.credit}
        yield from (_line(number, amount, person=person) for number, amount in amounts.items())


def _phase_out(computed: Computed, numbers: tuple[str, str, str, str, str]) -> Iterator[PaperLine]:
    """The end of the phase-out, income, what is left to the end, the range, and their share with three places."""
    left = computed.fact("income_to_end_of_education_credit")
    if not left:
        return
    income, range_ = computed.line("1040.11a").amount, computed.sheet.law.education.phase_out_range
    amounts = (computed.fact("end_of_education_credit"), income, left, range_)
    yield from (_line(number, amount) for number, amount in zip(numbers, amounts, strict=False))
    yield _line(numbers[-1], computed.fact("share_of_education_credit").numerator, Kind.THREE_PLACES)


def _line(number: str, value: int, kind: Kind = Kind.DOLLARS, *, person: int = 0) -> PaperLine:
    return PaperLine(number, f"form_8863.{number}", value, kind, person)
