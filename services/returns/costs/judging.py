"""What the deduction finder says about the costs of a return, and the return with what counts put on it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from db.values.returns import FilingStatus
from services import finder, tax
from services.finder import Effect, Expense, Payer, Person, Place, Purpose, Suggestion, Use, Verdict
from services.returns.answers import Adult, Answers
from services.returns.answers.costs import Business, Cost, Household
from services.returns.costs.asking import asked_about, unanswered


@dataclass(frozen=True, slots=True)
class JudgedCost:
    """One cost. `needed` names what has to be answered before it can be judged; then there is no verdict.

    `effect` is None while the estimate misses an answer: then it can be said where a cost belongs, but no dollars.
    """

    cost: Cost
    needed: tuple[str, ...] = ()
    verdict: Verdict | None = None
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class HearingCosts:
    """All costs of a return, in the order in which they were told; `total` is None while the estimate has no result."""

    judged: tuple[JudgedCost, ...] = ()
    total: Effect | None = None
    suggestions: tuple[Suggestion, ...] = ()
    counted: tuple[Verdict, ...] = field(default=(), repr=False)

    def put_on(self, return_: tax.Return) -> tax.Return:
        """The return with every cost of which it is known what it changes."""
        return finder.with_costs(return_, self.counted)


def judged_costs(answers: Answers, tax_year: int, return_: tax.Return | None, *, today: date) -> HearingCosts:
    """Judge every cost that is told completely; `return_` is None while the estimate misses an answer."""
    needed = {cost.id: _needed(cost, answers) for cost in answers.costs}
    ready = [cost for cost in answers.costs if not needed[cost.id]]
    expenses = [_expense(cost, tax_year) for cost in ready]
    household = as_household(answers.household)
    seen = {cost.id: JudgedCost(cost, needed[cost.id]) for cost in answers.costs}
    if return_ is None or not ready:
        where = _only_for_places(answers, tax_year)
        verdicts = [finder.placed(expense, where, household) for expense in expenses]
        seen |= {cost.id: JudgedCost(cost, (), verdict) for cost, verdict in zip(ready, verdicts, strict=True)}
        return HearingCosts(tuple(seen.values()))
    found = finder.find(return_, expenses, method=tax.Method.AS_FILED, today=today, household=household)
    pairs = zip(ready, found.findings, strict=True)
    seen |= {cost.id: JudgedCost(cost, (), finding.verdict, finding.effect) for cost, finding in pairs}
    return HearingCosts(tuple(seen.values()), found.total, found.suggestions, found.counted)


def _needed(cost: Cost, answers: Answers) -> tuple[str, ...]:
    """What is missing: answers about the cost itself, and answers of the estimate that decide where it belongs."""
    missing = unanswered(cost)
    if _has_to_do_with_a_spouse(cost) and answers.filing_status is None:
        missing += ("filing_status",)
    earner = _earner(cost, answers)
    if not missing and earner and _is_for_a_job(cost) and earner.wages is None:
        missing += ("wages",)
    return missing


def _earner(cost: Cost, answers: Answers) -> Adult | None:
    """Whose pay decides about a cost for a job; None for somebody whose pay is not on this return."""
    if cost.whose is Person.SPOUSE:
        return answers.spouse if answers.is_joint else None
    return None if cost.whose is Person.DEPENDENT else answers.taxpayer


def _has_to_do_with_a_spouse(cost: Cost) -> bool:
    asked = {*asked_about(cost)}
    theirs = "whose" in asked and cost.whose is Person.SPOUSE
    return theirs or ("paid_by" in asked and cost.paid_by is Payer.SPOUSE)


def _is_for_a_job(cost: Cost) -> bool:
    if cost.purpose is not Purpose.WORK or cost.category is None:
        return False
    use = Use.WORK_AND_PRIVATE if cost.used_privately else Use.WORK
    return finder.place_of(cost.category, use) is Place.WORK


def _expense(cost: Cost, tax_year: int) -> Expense:
    told = cost.model_dump(include={*asked_about(cost)}, exclude_none=True)
    return finder.parse_expense(told, tax_year=tax_year)


def as_household(household: Household) -> finder.Household:
    """What the finder asks once, as it takes it."""
    return finder.Household(
        taxpayer_business=_business(household.taxpayer_business),
        spouse_business=_business(household.spouse_business),
        health_plan=household.health_plan or finder.HealthPlan.OTHER,
        hsa_paid_in=_cents(household.hsa_paid_in),
        fsa_at_work=bool(household.fsa_at_work),
        fsa_chosen=_cents(household.fsa_chosen),
    )


def _business(business: Business) -> finder.Business:
    receipts = business.receipts_year_before
    return finder.Business(None if receipts is None else _cents(receipts), business.full_time_employees_year_before)


def _cents(amount: Decimal | None) -> int:
    return int((amount or 0) * 100)


def _only_for_places(answers: Answers, tax_year: int) -> tax.Return:
    """A return that knows what decides where a cost belongs; nothing is computed from it."""
    status = answers.filing_status or FilingStatus.SINGLE
    wages = ({"age": 40, "wages": adult.wages or 0} for adult in answers.adults)
    people = dict(zip(("taxpayer", "spouse"), wages, strict=False))
    return tax.parse_return({"tax_year": tax_year, "filing_status": status, **people})
