"""The limits of credits: by income, by status, by who is on the return, and by the tax that is left."""

from services.finder import Reason
from services.returns.explaining.idle.limits import Limit
from services.returns.explaining.idle.tried import Tried
from services.tax import Money


def no_tax_left(_: Tried) -> list[Reason]:
    """Most credits lower the tax to zero and no further."""
    return [Reason(Limit.NO_TAX_LEFT)]


def savings(tried: Tried) -> list[Reason]:
    """Form 8880, line 7: for people of an age who are no full-time student and nobody's dependent."""
    who, least = tried.field.rpartition("_")[2], tried.law.savers_credit.least_age
    if tried.here.given.answer(f"{who}.age") < least:
        return [Reason(Limit.TOO_YOUNG, figures={"age": str(least)})]
    if who == "taxpayer" and tried.here.given.answer("taxpayer.full_time_student"):
        return [Reason(Limit.STUDENT)]
    return [Reason(Limit.CLAIMED)] if tried.here.given.answer(f"{who}.can_be_claimed_as_dependent") else []


def share_of_savings(tried: Tried) -> list[Reason]:
    """Form 8880, line 9: above the last income of the table the share is zero."""
    last = tried.law.savers_credit.tops[-1]
    return [Reason(Limit.INCOME_UP_TO, {"income": tried.income, "limit": last})] if tried.income > last else []


def college(tried: Tried) -> list[Reason]:
    """Form 8863, lines 2 to 6 and 13 to 17."""
    law = tried.law.education
    return by_status(tried) or income_below(tried.income, law.phase_out_start + law.phase_out_range)


def care(tried: Tried) -> list[Reason]:
    """Form 2441, lines 1 to 6."""
    if tried.is_apart_unsaid:
        return [Reason(Limit.NOT_APART)]
    if not tried.amount("2441.5"):
        return [Reason(Limit.NO_EARNINGS_OF_ONE if tried.is_joint else Limit.NO_EARNINGS)]
    age = tried.law.dependent_care.child_age_below
    return [Reason(Limit.NOBODY_NEEDS_CARE, figures={"age": str(age)})]


def access_costs(tried: Tried) -> list[Reason]:
    """Form 8826, line 2: the first of the year's costs do not count."""
    return [Reason(Limit.ACCESS_SMALL, {"above": tried.law.disabled_access.costs_above})]


def access_credit(tried: Tried) -> list[Reason]:
    """Form 3800, line 15: some tax is out of the credit's reach."""
    return [Reason(Limit.ACCESS_REACH)] if tried.amount("3800.11") > 0 else no_tax_left(tried)


def disability_income(tried: Tried) -> list[Reason]:
    """Schedule R, lines 10 to 12."""
    who, law = tried.field.partition(".")[0], tried.law.elderly_credit
    if tried.is_apart_unsaid:
        return [Reason(Limit.NOT_APART)]
    if tried.here.given.answer(f"{who}.age") >= law.age:
        return [Reason(Limit.OF_AGE, figures={"age": str(law.age)})]
    return [Reason(Limit.NOT_RETIRED, figures={"age": str(law.age)})]


def elderly_credit(tried: Tried) -> list[Reason]:
    """Schedule R, lines 13 to 18: other income takes the credit away."""
    return [Reason(Limit.ELDERLY_INCOME, {"start": tried.law.elderly_credit.income_start})]


def by_status(tried: Tried) -> list[Reason]:
    """What separate filers and the dependents of others do not get."""
    if tried.is_separate:
        return [Reason(Limit.SEPARATE)]
    return [Reason(Limit.CLAIMED)] if tried.is_claimed else []


def income_below(income: Money, limit: Money) -> list[Reason]:
    """A phase-out that has ended at the limit."""
    return [Reason(Limit.INCOME_BELOW, {"income": income, "limit": limit})] if income >= limit else []
