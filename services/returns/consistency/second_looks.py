"""Answers that can be true and are more often a slip. They are kept, and asked about beside their field."""

from collections.abc import Callable
from decimal import Decimal

from services.returns.answers import Answers, answer_at
from services.returns.consistency.confirmed import is_confirmed
from services.returns.consistency.form_looks import FORM_CODES, MOST_BENEFITS, form_looks
from services.returns.consistency.typed_twice import typed_twice
from services.returns.forms import with_forms

TYPED_TWICE, TOLD_TWICE = "second_look.typed_twice", "second_look.told_twice"
"""Beside the box of a form, and beside the total: their words have the amounts of `TypedTwice`."""
_NONE = Decimal(0)


def second_looks(answers: Answers) -> dict[str, str]:
    """The code of a question by the path of the answer that it is about, unless it was confirmed; usually empty."""
    twice: dict[str, str] = {}
    for each in typed_twice(answers):
        twice |= {each.box: TYPED_TWICE, each.total: TOLD_TWICE}
    odd = odd_answers(answers)
    return {**twice, **{path: code for path, code in odd.items() if not is_confirmed(answers, path, code)}}


def odd_answers(answers: Answers) -> dict[str, str]:
    """The same for amounts that look odd by themselves, also for those that were confirmed.

    A total is odd only where it was typed: what forms tell is asked about box by box.
    """
    counted = with_forms(answers)
    odd = {
        path: code
        for path, (is_odd, code) in _LOOKS.items()
        if answer_at(answers, path) is not None and is_odd(counted)
    }
    if _more_than_benefits(answers):
        odd["income.social_security_benefits"] = "second_look.benefits"
    return {**odd, **form_looks(answers)}


def _wages(answers: Answers) -> Decimal:
    return sum((adult.wages or _NONE for adult in answers.adults), _NONE)


def _business(answers: Answers) -> Decimal:
    return sum((adult.self_employment_net_profit or _NONE for adult in answers.adults), _NONE)


def _received(answers: Answers) -> Decimal:
    """All income that was told; losses lower nothing here."""
    others = answers.income.model_dump(exclude_none=True, exclude={"qualified_dividends"})
    return _wages(answers) + _business(answers) + sum((max(_NONE, amount) for amount in others.values()), _NONE)


def _more_than_benefits(answers: Answers) -> bool:
    """Of the total that was typed: boxes of forms are asked about one by one."""
    return (answers.income.social_security_benefits or _NONE) > MOST_BENEFITS * len(answers.adults)


def _is_most_of_income(answers: Answers, taxes: Decimal | None) -> bool:
    """Taxes of more than half of all income: no law takes so much, as services/returns/consistency/form_looks says."""
    return 0 < _received(answers) < 2 * (taxes or _NONE)


def _more_than_pay(answers: Answers, name: str) -> bool:
    """Tips and the extra for overtime are a part of the pay; tips can be of a business."""
    pay = _wages(answers) + _business(answers)
    return 0 < pay < (getattr(answers.special_deductions, name) or _NONE)


def _is_saved_above_pay(answers: Answers, who: str) -> bool:
    """Two people may save in an IRA from the pay of one (IRC 219(c)), and box 1 of a W-2 is without what was saved."""
    boxes = ("wages", "social_security_wages", "medicare_wages")
    wages = sum((max(getattr(adult, box) or _NONE for box in boxes) for adult in answers.adults), _NONE)
    return 0 < wages + _business(answers) < (getattr(answers.credits, f"retirement_contributions_{who}") or _NONE)


def _disability_above_income(answers: Answers, who: str) -> bool:
    income = _wages(answers) + (answers.income.taxable_pensions or _NONE)
    return income < (getattr(answers, who).taxable_disability_income or _NONE)


_LOOKS: dict[str, tuple[Callable[[Answers], bool], str]] = {
    "payments.federal_income_tax_withheld": (
        lambda told: _is_most_of_income(told, told.payments.federal_income_tax_withheld),
        "second_look.withheld",
    ),
    "itemized.state_local_income_tax": (
        lambda told: _is_most_of_income(told, told.itemized.state_local_income_tax),
        "second_look.state_tax",
    ),
    "special_deductions.qualified_tips": (lambda told: _more_than_pay(told, "qualified_tips"), "second_look.tips"),
    "special_deductions.qualified_overtime": (
        lambda told: _more_than_pay(told, "qualified_overtime"),
        "second_look.overtime",
    ),
    "credits.retirement_contributions_taxpayer": (
        lambda told: _is_saved_above_pay(told, "taxpayer"),
        "second_look.saved",
    ),
    "credits.retirement_contributions_spouse": (
        lambda told: _is_saved_above_pay(told, "spouse"),
        "second_look.saved",
    ),
    "taxpayer.taxable_disability_income": (
        lambda told: _disability_above_income(told, "taxpayer"),
        "second_look.disability_income",
    ),
    "spouse.taxable_disability_income": (
        lambda told: _disability_above_income(told, "spouse"),
        "second_look.disability_income",
    ),
}
CODES = (*dict.fromkeys(code for _, code in _LOOKS.values()), TYPED_TWICE, TOLD_TWICE, *FORM_CODES)
"""Every question that can stand beside a field."""
