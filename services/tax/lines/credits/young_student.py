"""Form 8863, line 7: to whom the American opportunity credit is not paid out. IRC 25A(i)(5) and 1(g)(2)."""

from services.tax.cells import Worksheet, fact
from services.tax.inputs import earned_half_of_support, full_time_student, parent_alive, taxpayer_age
from services.tax.lines.people import joint

__all__ = ["refund_of_credit_refused", "studies_count", "support_counts"]


@fact
def support_counts(r: Worksheet) -> bool:
    """Whether it is of use to a young filer that they earned half of their support: not before they are 18."""
    return r[taxpayer_age] >= r.law.education.refund_refused_below_age


@fact
def studies_count(r: Worksheet) -> bool:
    """Whether it is of use to them that they did not study full-time: only after the year in which they are 18."""
    return r[taxpayer_age] > r.law.education.refund_refused_below_age


@fact
def refund_of_credit_refused(r: Worksheet) -> bool:
    """Whether the box of line 7 is to be checked. What is not told yet counts against the filer.

    So no result promises money that may have to be paid back; an answer can only make it better.
    """
    young = 0 < r[taxpayer_age] < r.law.education.refund_doubtful_below_age
    part_time = r[studies_count] and r[full_time_student] is False
    on_their_own = r[support_counts] and r[earned_half_of_support] is True
    return young and not r[joint] and not (part_time or on_their_own or r[parent_alive] is False)
