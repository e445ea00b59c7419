"""Form 1099-R: what its codes mean for the estimate. Source: Instructions for Forms 1099-R and 5498 (2025), table 1."""

from collections.abc import Iterator
from decimal import Decimal

from services.returns.answers.forms import PensionForm

WITHHELD = "payments.federal_income_tax_withheld"
_DISABILITY = "3"
_EARLY = frozenset("1JS")
"""Taken out early, with an extra tax that we do not work out."""
_SPECIAL = frozenset("589ACDEFKLMPUWY")
"""What box 2a has is taxed in another year or in another way, or only a part of it is."""
_NOT_TAXED = frozenset("6GHNQR")
"""Moved from one plan to another, or out of a Roth account: an empty box 2a is nothing."""


def tells(form: PensionForm) -> Iterator[tuple[str, str, Decimal]]:
    """Boxes with the fields that they feed. What we can't work out feeds no income, and is said (`situations`)."""
    if form.box_2a is not None and not situations(form):
        for field in _of_taxable_amount(form):
            yield "box_2a", field, form.box_2a
    if form.box_4 is not None:
        yield "box_4", WITHHELD, form.box_4


def situations(form: PensionForm) -> set[str]:
    """What is on this form that we can't work out, by the names of services.tax.Situation."""
    found = {"early_withdrawal": _EARLY, "special_distribution": _SPECIAL}
    named = {name for name, codes in found.items() if codes & _codes(form)}
    unknown = bool(form.box_2b and form.box_1 and form.box_2a is None and not is_moved_untaxed(form))
    return named | ({"untaxed_pension_part"} if unknown else set())


def is_disability_pension(form: PensionForm) -> bool:
    """Code 3, and not out of an IRA: before the plan's usual age it counts as pay (Form 1040, line 1h)."""
    return _DISABILITY in _codes(form) and not form.ira


def is_moved_untaxed(form: PensionForm) -> bool:
    """Whether its code says that nothing of it is taxed; then all of its boxes may be empty."""
    return bool(_NOT_TAXED & _codes(form))


def unanswered(form: PensionForm) -> Iterator[str]:
    """The boxes without which the amount that is taxed can't be said."""
    if situations(form):
        return
    if form.box_1 and form.box_2a is None and not is_moved_untaxed(form):
        yield "box_2a"
    if is_disability_pension(form) and form.box_2a and form.before_pension_age is None:
        yield "before_pension_age"


def _of_taxable_amount(form: PensionForm) -> tuple[str, ...]:
    if form.ira:
        return ("income.taxable_ira_distributions",)
    if not is_disability_pension(form):
        return ("income.taxable_pensions",)
    kept_as = f"{form.whose}.wages" if form.before_pension_age else "income.taxable_pensions"
    return (kept_as, f"{form.whose}.taxable_disability_income")


def _codes(form: PensionForm) -> frozenset[str]:
    return frozenset(form.box_7 or "")
