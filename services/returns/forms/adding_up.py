"""The answers as they count: every field of a return with what was typed for it and what its forms tell."""

from decimal import Decimal
from typing import Any

from services.returns.answers import Answers, answer_at
from services.returns.answers.forms import W2, Forms, GovernmentForm, Holder, PayForm, PensionForm
from services.returns.forms.pay import DECIDED_BY
from services.returns.forms.pensions import situations
from services.returns.forms.told import counted, told_by_forms

_NOTHING = Decimal(0)
_BENEFITS = "income.social_security_benefits"


def with_forms(answers: Answers) -> Answers:
    """The same answers, with the amounts of all forms added to the fields that they feed, and no forms.

    A sum may be more than a person can type into the field: the copy is not checked again.
    """
    sums: dict[str, Any] = {}
    for told in told_by_forms(answers):
        sums[told.field] = sums.get(told.field, answer_at(answers, told.field) or _NOTHING) + told.amount
    if _BENEFITS in sums:  # more paid back than received is no income: Publication 915 (2025)
        sums[_BENEFITS] = max(_NOTHING, sums[_BENEFITS])
    for holder in Holder:
        for name in DECIDED_BY:
            if (path := f"{holder}.{name}") in sums:  # beside its forms, pay can be typed as one amount
                sums[path] += getattr(answers, holder).wages or _NOTHING
        if _has_pay_forms(answers, holder):
            profit = max(_NOTHING, _profit(answers, holder))
            sums[f"{holder}.self_employment_net_profit"] = profit
            sums |= {f"{holder}.business_costs": None, f"{holder}.other_business_receipts": None}
    return _with(answers, sums | {f"situations.{name}": True for name in _beyond(answers)})


def _has_pay_forms(answers: Answers, holder: Holder) -> bool:
    return any(form.whose is holder for form in counted(answers, "nec_1099"))


def _profit(answers: Answers, holder: Holder) -> Decimal:
    """Schedule C: what clients paid on forms and without them, less the costs."""
    field, person = f"{holder}.self_employment_net_profit", getattr(answers, holder)
    told = [each.amount for each in told_by_forms(answers) if each.field == field]
    received = sum(told, person.self_employment_net_profit or _NOTHING) + (person.other_business_receipts or _NOTHING)
    return received - (person.business_costs or _NOTHING)


def _beyond(answers: Answers) -> set[str]:
    """What forms say that we can't work out, by the names of services.tax.Situation."""
    found = {name for form in counted(answers, "r_1099") if isinstance(form, PensionForm) for name in situations(form)}
    if any(isinstance(form, W2) and form.box_10 for form in counted(answers, "w2")):
        found.add("dependent_care_benefits")
    if any(isinstance(form, GovernmentForm) and form.box_10 for form in counted(answers, "g_1099")):
        found.add("family_leave")
    if any(isinstance(form, PayForm) and (form.box_1b or form.box_1d) for form in counted(answers, "nec_1099")):
        found.add("contractor_tips")
    losses = any(_has_pay_forms(answers, holder) and _profit(answers, holder) < 0 for holder in Holder)
    return found | ({"business_loss"} if losses else set())


def _with(answers: Answers, values: dict[str, Any]) -> Answers:
    changed: dict[str, dict[str, Any]] = {}
    for path, value in values.items():
        part, _, name = path.partition(".")
        changed.setdefault(part, {})[name] = value
    parts = {part: getattr(answers, part).model_copy(update=fields) for part, fields in changed.items()}
    return answers.model_copy(update={**parts, "forms": Forms()})
