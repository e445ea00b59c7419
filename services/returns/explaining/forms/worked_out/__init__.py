"""Lines of forms that are no line of the engine: what stands between two of them, counts, and rates.

Their numbers are those of the forms of 2025. A line of nothing is left out, as it is elsewhere, but for
two of Schedule 8812 from which its second part takes what is left.
"""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import PaperLine
from services.returns.explaining.forms.worked_out.additional import additional_lines
from services.returns.explaining.forms.worked_out.children import (
    child_credit_lines,
    earned_income_credit_lines,
    no_child_credit_lines,
)
from services.returns.explaining.forms.worked_out.college import college_lines
from services.returns.explaining.forms.worked_out.own_business import (
    business_lines,
    phased_in_lines,
    self_employment_lines,
)
from services.returns.explaining.forms.worked_out.pay_and_care import care_lines, pay_lines
from services.tax import Computed

_8812 = "Schedule 8812 (Form 1040)"
_FORMS = {
    "Form 1040": pay_lines,
    "Schedule 1-A (Form 1040)": additional_lines,
    "Schedule EIC (Form 1040)": earned_income_credit_lines,
    "Form 2441": care_lines,
    _8812: child_credit_lines,
    "Form 8863": college_lines,
    "Form 8995": business_lines,
    "Form 8995-A": phased_in_lines,
}


def worked_out(computed: Computed) -> Iterator[tuple[str, str, PaperLine]]:
    """Each line with its form, and with whose it is where each of two people fills a form of theirs."""
    for form, lines in _FORMS.items():
        yield from ((form, "", line) for line in lines(computed) if line.value)
    yield from ((_8812, "", line) for line in no_child_credit_lines(computed))
    for whose in ("taxpayer", "spouse"):
        lines_of_one = self_employment_lines(computed, whose)
        yield from (("Schedule SE (Form 1040)", whose, line) for line in lines_of_one if line.value)
