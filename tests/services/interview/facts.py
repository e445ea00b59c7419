"""People whose returns are unlike each other: on one of them, every answer that counts changes some line."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from db.values.returns import FilingStatus
from services import tax
from services.returns.answers import Adult, Answers, Dependent, Income, Itemized, Payments
from services.returns.answers.forms import Holder, PayForm
from services.returns.forms import with_forms
from services.returns.reckoning import as_return

_YOUNG, _OLD = date(1988, 4, 12), date(1970, 1, 2)
Outcome = tuple[tuple[str, ...], dict[str, int]]


def everybody() -> Iterator[Answers]:
    """For each filing status: in a modest job, with a business, well paid, and after a job with a disability.

    And with the pay of a business on forms, of each of the two.
    """
    for status in FilingStatus:
        yield _two(status, Adult(date_of_birth=_YOUNG, wages=Decimal(31_200)), child=True)
        yield _two(status, Adult(date_of_birth=_YOUNG, self_employment_net_profit=Decimal(9_000)), benefits=20_000)
        yield _two(status, Adult(date_of_birth=_YOUNG, wages=Decimal(60_000)), mortgage=40_000)
        yield _two(status, Adult(date_of_birth=_YOUNG, self_employment_net_profit=Decimal(260_000)))
        yield _two(status, Adult(date_of_birth=_OLD, wages=Decimal(12_000), taxable_disability_income=Decimal(9_000)))
        yield _two(status, Adult(date_of_birth=_OLD, wages=Decimal(12_000), **_RETIRED))
        if status is not FilingStatus.MARRIED_JOINT:
            yield from _students(status)
        paid = _two(status, Adult(date_of_birth=_YOUNG))
        paid.forms.nec_1099 = [PayForm(whose=holder, box_1=Decimal(20_000)) for holder in Holder]
        yield paid


def _students(status: FilingStatus) -> Iterator[Answers]:
    """At 21 and alone: one of whom nothing else is told, and one to whom the credit is paid out by the support."""
    for earned_half in (None, True):
        student = Adult(date_of_birth=date(2004, 4, 12), wages=Decimal(22_000), earned_half_of_support=earned_half)
        student.american_opportunity_expenses = Decimal(3_500)
        yield _two(status, student)


_RETIRED = {"retired_on_permanent_total_disability": True}


def outcome(answers: Answers) -> Outcome:
    """What the engine makes of them: what it can't work out, and each line."""
    computed = tax.compute(tax.parse_return(as_return(with_forms(answers), 2025)))
    return computed.unsupported, {} if computed.unsupported else {line.id: line.amount for line in computed.lines}


def _two(status: FilingStatus, adult: Adult, *, child: bool = False, benefits: int = 0, mortgage: int = 0) -> Answers:
    """The same of both, where two file together."""
    return Answers(
        filing_status=status,
        taxpayer=adult,
        spouse=adult.model_copy() if status is FilingStatus.MARRIED_JOINT else Adult(),
        dependents=[Dependent(date_of_birth=date(2015, 5, 5))] if child else [],
        income=Income(social_security_benefits=Decimal(benefits), ordinary_dividends=Decimal(10_000)),
        itemized=Itemized(mortgage_interest=Decimal(mortgage)),
        payments=Payments(federal_income_tax_withheld=Decimal(2_000)),
    )
