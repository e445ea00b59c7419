"""What is asked about the household because of its costs for hearing, and only then."""

from collections.abc import Iterator
from datetime import date

from services.finder import HealthPlan, Person, Place, Purpose, last_day_for_hsa, place_of
from services.returns.answers import Answers
from services.returns.answers.costs import Business
from services.returns.costs.judging import HearingCosts, JudgedCost

_WITH_HSA = {HealthPlan.HIGH_DEDUCTIBLE_SELF, HealthPlan.HIGH_DEDUCTIBLE_FAMILY}


def household_questions(answers: Answers, costs: HearingCosts, tax_year: int, *, today: date) -> tuple[str, ...]:
    """Paths of the questions that can change what is said about these costs, in the order of the page."""
    judged = [one for one in costs.judged if one.verdict]
    return (*_about_businesses(answers, judged), *_about_health(answers, judged, tax_year, today))


def _about_businesses(answers: Answers, judged: list[JudgedCost]) -> Iterator[str]:
    """Form 8826 is for businesses with little income or few people: with little income, the people do not matter."""
    for person, business in ((Person.TAXPAYER, "taxpayer_business"), (Person.SPOUSE, "spouse_business")):
        theirs = [one for one in judged if _gives_access(one) and one.cost.whose is person]
        if theirs:
            told: Business = getattr(answers.household, business)
            yield f"household.{business}.receipts_year_before"
            enough = any(one.verdict and one.verdict.place is Place.ACCESS for one in theirs)
            if told.full_time_employees_year_before is not None or not (told.receipts_year_before is None or enough):
                yield f"household.{business}.full_time_employees_year_before"


def _about_health(answers: Answers, judged: list[JudgedCost], tax_year: int, today: date) -> Iterator[str]:
    household = answers.household
    planned = today.year <= tax_year and any(_is_planned_care(one, tax_year) for one in judged)
    medical = any(one.verdict and one.verdict.place is Place.MEDICAL and one.verdict.counted for one in judged)
    with_hsa = medical and today <= last_day_for_hsa(tax_year)
    if with_hsa or planned:
        yield "household.health_plan"
    if with_hsa and household.health_plan in _WITH_HSA:
        yield "household.hsa_paid_in"
    if planned and household.health_plan not in _WITH_HSA:
        yield "household.fsa_at_work"
        if household.fsa_at_work:
            yield "household.fsa_chosen"


def _gives_access(one: JudgedCost) -> bool:
    return one.cost.purpose is Purpose.BUSINESS and _place_by_table(one) is Place.ACCESS


def _is_planned_care(one: JudgedCost, tax_year: int) -> bool:
    day = one.cost.spent_on
    return day is not None and day.year == tax_year + 1 and _place_by_table(one) is Place.MEDICAL


def _place_by_table(one: JudgedCost) -> Place | None:
    expense = one.verdict.expense if one.verdict else None
    return place_of(expense.category, expense.use) if expense else None
