"""Schedule EIC, which says who the children of the earned income credit are, and lines of Schedule 8812."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import ChildBy, Computed

_MONTHS_OF_A_YEAR = 12
_MOST_CHILDREN = 3
_LINE_4 = {ChildBy.SCHOOL: "4a", ChildBy.DISABILITY: "4b"}


def earned_income_credit_lines(computed: Computed) -> Iterator[PaperLine]:
    """For three children at most, as the form has columns; all of them lived with the filer all year.

    Line 4 is skipped for a child who is young enough without it.
    """
    people = zip(computed.given.answer("dependents"), computed.fact("who_is_a_child"), strict=True)
    children = [(number, child.age, why) for number, (child, why) in enumerate(people, start=1) if why]
    for number, age, why in children[:_MOST_CHILDREN]:
        yield _of_child("3", computed.given.tax_year - age, number)
        if why in _LINE_4:
            yield _of_child(_LINE_4[why], True, number, Kind.YES)
        yield _of_child("6", _MONTHS_OF_A_YEAR, number)


def child_credit_lines(computed: Computed) -> Iterator[PaperLine]:
    """Schedule 8812, parts I and II-A. Line 15 and what follows is for those who have credit left."""
    fact = computed.fact
    yield _of_credit("4", fact("children_for_child_credit"), Kind.NUMBER)
    yield _of_credit("6", fact("other_dependents"), Kind.NUMBER)
    yield _of_credit("8", fact("for_everyone"))
    yield _of_credit("9", computed.sheet.law.child_credit.phase_out_start)
    yield _of_credit("10", fact("income_above_child_credit_start"))
    yield _of_credit("16a", fact("child_credit_left"))
    if computed.line("8812.17").amount:
        yield _of_credit("16b", fact("most_payable_child_credit"))
        yield _of_credit("19", fact("earnings_above_start"))


def no_child_credit_lines(computed: Computed) -> Iterator[PaperLine]:
    """Lines 13 and 14 of Schedule 8812, when there is no tax that the credit can lower: line 16a begins with them."""
    for number, line in (("13", "8812.13"), ("14", "1040.19")):
        if not computed.line(line).amount:
            yield PaperLine(number, line, 0)


def _of_child(number: str, value: int, person: int, kind: Kind = Kind.NUMBER) -> PaperLine:
    return PaperLine(number, f"schedule_eic.{number}", value, kind, person)


def _of_credit(number: str, value: int, kind: Kind = Kind.DOLLARS) -> PaperLine:
    return PaperLine(number, f"schedule_8812.{number}", value, kind)
