"""The limits at which a part of an amount stops. What counts is a line of the engine."""

from dataclasses import dataclass
from enum import StrEnum

from services.finder import Reason, percent
from services.returns.explaining.idle.tried import LookedAt
from services.tax import CENTS_A_DOLLAR, Money, Rate


class PartLimit(StrEnum):
    """Codes of sentences that say why the rest does not count."""

    CREDIT_SHRINKS = "partly.credit_shrinks"
    EARNINGS = "partly.earnings"
    EARNINGS_OF_ONE = "partly.earnings_of_one"
    FIRST = "partly.first"
    FLOOR = "partly.floor"
    GIFTS = "partly.gifts"
    MOST = "partly.most"
    MOST_EACH = "partly.most_each"
    MOST_EACH_STUDENT = "partly.most_each_student"
    MOST_IF_BOTH = "partly.most_if_both"
    MOST_OF_LOSSES = "partly.most_of_losses"
    SHRINKS = "partly.shrinks"


@dataclass(frozen=True, slots=True)
class Part(LookedAt):
    """Of the `total` on the return `here`, what `counted`, in cents."""

    total: Money
    counted: Money


def most(part: Part) -> list[Reason]:
    """Where there is nothing but a highest amount, what counts is that."""
    return [Reason(PartLimit.MOST, {"limit": part.counted})]


def teachers(part: Part) -> list[Reason]:
    """Twice the limit on a joint return, which only two teachers have: Schedule 1, line 11."""
    if not part.is_joint:
        return most(part)
    return [Reason(PartLimit.MOST_IF_BOTH, {"limit": part.counted, "each": part.counted // 2})]


def losses(part: Part) -> list[Reason]:
    """Schedule D, line 21."""
    return [Reason(PartLimit.MOST_OF_LOSSES, {"limit": part.counted})] if part.amount("1040.7a") < 0 else []


def medical(part: Part) -> list[Reason]:
    """Schedule A, line 3."""
    return _floor(part.amount("schedule_a.3"), part.law.itemized.medical_floor)


def gifts(part: Part) -> list[Reason]:
    """Schedule A, lines 11 to 14: from a floor on, up to a share of income. The engine refuses things above theirs."""
    law = part.law.itemized
    floor, limit = (
        part.here.sheet.share(rate, max(0, part.income)) for rate in (law.charity_floor, law.charity_cash_share)
    )
    found = _floor(floor, law.charity_floor)
    if part.total > limit:
        found.append(Reason(PartLimit.GIFTS, {"limit": limit}, {"percent": percent(law.charity_cash_share)}))
    return found


def student_loan(part: Part) -> list[Reason]:
    """IRC 221(b): by income before this deduction."""
    law, income = part.law.adjustments, part.amount("1040.9") - part.amount("benefits.6")
    return _most_and_less(part, law.student_loan_limit, income, law.student_loan_phase_out_start)


def tips(part: Part) -> list[Reason]:
    """Schedule 1-A, part II."""
    law = part.law.additional_deductions
    return _most_and_less(part, law.tips_limit, part.income, law.work_phase_out_start)


def overtime(part: Part) -> list[Reason]:
    """Schedule 1-A, part III."""
    law = part.law.additional_deductions
    return _most_and_less(part, law.overtime_limit, part.income, law.work_phase_out_start)


def car_loan(part: Part) -> list[Reason]:
    """Schedule 1-A, part IV."""
    law = part.law.additional_deductions
    return _most_and_less(part, law.car_limit, part.income, law.car_phase_out_start)


def care(part: Part) -> list[Reason]:
    """Form 2441, line 6: up to a limit, and up to the pay of the one with less of it."""
    earned = part.amount("2441.5")
    if part.counted < earned:
        return most(part)
    return [Reason(PartLimit.EARNINGS_OF_ONE if part.is_joint else PartLimit.EARNINGS, {"earned": earned})]


def access_costs(part: Part) -> list[Reason]:
    """Form 8826, lines 2 to 5."""
    law = part.law.disabled_access
    first = Reason(PartLimit.FIRST, {"first": law.costs_above})
    return [first, *(most(part) if part.total > law.costs_above + law.most_costs else [])]


def savings(part: Part) -> list[Reason]:
    """Form 8880, lines 6 and 7: for each filer."""
    return [Reason(PartLimit.MOST_EACH, {"limit": part.law.savers_credit.contribution_limit})]


def _most_and_less(part: Part, limit: Money, income: Money, start: Money) -> list[Reason]:
    found = [Reason(PartLimit.MOST, {"limit": limit})] if part.total > limit else []
    if part.counted <= min(part.total, limit) - CENTS_A_DOLLAR:
        found.append(Reason(PartLimit.SHRINKS, {"income": income, "start": start}))
    return found


def _floor(floor: Money, rate: Rate) -> list[Reason]:
    return [Reason(PartLimit.FLOOR, {"floor": floor}, {"percent": percent(rate)})] if floor else []
