"""Schedule EIC, which says who the children of the earned income credit are, and lines of Schedule 8812."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed

_MONTHS_OF_A_YEAR = 12
_MOST_CHILDREN = 3


def earned_income_credit_lines(computed: Computed) -> Iterator[PaperLine]:
    """For three children at most, as the form has columns; all of them lived with the filer all year.

    Line 4 is skipped for a child who is young enough without it.
    """
    law = computed.sheet.law.earned_income_credit
    listed = 0
    for number, child in enumerate(computed.given.answer("dependents"), start=1):
        is_young = child.age < law.child_age_below
        is_student = child.full_time_student and child.age < law.student_age_below
        if listed < _MOST_CHILDREN and (is_young or is_student or child.permanently_disabled):
            listed += 1
            yield _of_child("3", computed.given.tax_year - child.age, number)
            if not is_young:
                yield _of_child("4a" if is_student else "4b", True, number, Kind.YES)
            yield _of_child("6", _MONTHS_OF_A_YEAR, number)


def child_credit_lines(computed: Computed) -> Iterator[PaperLine]:
    """Schedule 8812, parts I and II-A. Line 15 and what follows is for those who have credit left."""
    law, children = computed.sheet.law.child_credit, computed.fact("children_for_child_credit")
    amounts = {line: computed.line(f"8812.{line}").amount for line in ("5", "7", "12", "17", "18a")}
    over = max(0, computed.line("1040.11a").amount - law.phase_out_start)
    yield _of_credit("4", children, Kind.NUMBER)
    yield _of_credit("6", computed.fact("other_dependents"), Kind.NUMBER)
    yield _of_credit("8", amounts["5"] + amounts["7"])
    yield _of_credit("9", law.phase_out_start)
    yield _of_credit("10", -(-over // law.phase_out_step) * law.phase_out_step)
    yield _of_credit("16a", amounts["12"] - computed.line("1040.19").amount)
    if amounts["17"]:
        yield _of_credit("16b", children * law.refundable_each)
        yield _of_credit("19", max(0, amounts["18a"] - law.earned_start))


def no_child_credit_lines(computed: Computed) -> Iterator[PaperLine]:
    """Lines 13 and 14 of Schedule 8812, when there is no tax that the credit can lower: line 16a begins with them."""
    for number, line in (("13", "8812.13"), ("14", "1040.19")):
        if not computed.line(line).amount:
            yield PaperLine(number, line, 0)


def _of_child(number: str, value: int, person: int, kind: Kind = Kind.NUMBER) -> PaperLine:
    return PaperLine(number, f"schedule_eic.{number}", value, kind, person)


def _of_credit(number: str, value: int, kind: Kind = Kind.DOLLARS) -> PaperLine:
    return PaperLine(number, f"schedule_8812.{number}", value, kind)
