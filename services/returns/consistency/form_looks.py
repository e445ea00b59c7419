"""Boxes of forms that are more often a slip than true: swapped, without a point, or not what other boxes say."""

from collections.abc import Callable
from decimal import Decimal

from services.returns.answers import Answers
from services.returns.answers.forms import (
    W2,
    DividendForm,
    IncomeForm,
    InterestForm,
    PayForm,
    PensionForm,
    SalesForm,
    SocialSecurityForm,
)
from services.returns.consistency.box_against_box import Looks, differ, is_hundredfold, part_of
from services.returns.consistency.w2_looks import w2_looks
from services.returns.forms import counted
from services.returns.forms.kinds import KINDS

MOST_BENEFITS = 12 * 5_181
"""Dollars of Social Security in a year for who has the highest benefit of 2026 (SSA); only back pay can be more."""


def form_looks(answers: Answers) -> dict[str, str]:
    """The code of a question by the path of the box that it is about, confirmed or not. Of several, the first."""
    found: dict[str, str] = {}
    for kind in KINDS.values():
        forms = counted(answers, kind.name)
        for place, form in enumerate(forms):
            for box, code in (*_looks(form), *_twice(form, forms[:place])):
                found.setdefault(f"{kind.path}.{form.id}.{box}", code)
    return found


def _looks(form: IncomeForm) -> Looks:
    yield from _WITHHELD.get(type(form), _nothing)(form)
    if isinstance(form, W2):
        yield from w2_looks(form)
    if isinstance(form, SocialSecurityForm):
        yield from _benefits(form)
    if isinstance(form, DividendForm):
        yield from part_of("box_1b", form.box_1b, form.box_1a, "second_look.qualified")
    if isinstance(form, PensionForm):
        yield from part_of("box_2a", form.box_2a, form.box_1, "second_look.taxable_above_gross")
    if isinstance(form, PayForm) and form.box_1 is not None and form.box_1 == form.typed_profit:
        yield "box_1", "second_look.net_profit"
    if isinstance(form, SalesForm):
        yield from _sold(form)


def _benefits(form: SocialSecurityForm) -> Looks:
    if form.box_3 is not None and form.box_5 is not None:
        yield from _net(form.box_5, form.box_3 - (form.box_4 or 0))
    if (form.box_5 or 0) > MOST_BENEFITS:
        yield "box_5", "second_look.benefits"


def _net(amount: Decimal, expected: Decimal) -> Looks:
    if is_hundredfold(amount, expected):
        yield "box_5", "second_look.point"
    elif is_hundredfold(expected, amount):
        yield "box_3", "second_look.point"
    elif differ(amount, expected):
        yield "box_5", "second_look.net_benefits"


def _sold(form: SalesForm) -> Looks:
    """What came in and what was paid for it are seldom a hundredfold apart."""
    for term in ("short", "long"):
        proceeds, cost = (getattr(form, f"{term}_{box}") or Decimal(0) for box in ("proceeds", "cost"))
        if is_hundredfold(max(proceeds, cost), min(proceeds, cost)):
            yield f"{term}_{'proceeds' if proceeds > cost else 'cost'}", "second_look.point"


def _above(
    box: str, *incomes: str, code: str = "second_look.withheld_on_form", together: bool = True
) -> Callable[[IncomeForm], Looks]:
    """More tax withheld than what came in, in these boxes. Not asked before any of them is filled in.

    Not `together` are boxes that tell the same money: the largest counts. Whoever is paid a pension, benefits or
    interest can have all of it withheld, so less than all is not asked about.
    """

    def looks(form: IncomeForm) -> Looks:
        received = [amount for income in incomes if (amount := getattr(form, income)) is not None]
        came_in = sum(received) if together else max(received, default=Decimal(0))
        if received and (getattr(form, box) or 0) > max(came_in, 0):
            yield box, code

    return looks


def _nothing(_: IncomeForm) -> Looks:
    yield from ()


def _twice(form: IncomeForm, before: list[IncomeForm]) -> Looks:
    """The same amounts in at least two boxes, for the same person."""
    told = _amounts(form)
    amounts = [box for box, amount in told.items() if amount]
    if len(amounts) > 1 and any(other.whose is form.whose and _amounts(other) == told for other in before):
        yield amounts[0], "second_look.same_form"


def _amounts(form: IncomeForm) -> dict[str, Decimal]:
    return {box: amount for box in type(form).model_fields if isinstance(amount := getattr(form, box), Decimal)}


_WITHHELD: dict[type[IncomeForm], Callable[[IncomeForm], Looks]] = {
    W2: _above("box_2", "box_1", code="second_look.swapped"),
    SocialSecurityForm: _above("box_6", "box_3", "box_5", together=False),
    PensionForm: _above("box_4", "box_1", "box_2a", together=False),
    InterestForm: _above("box_4", "box_1", "box_3", "box_8"),
    DividendForm: _above("box_4", "box_1a", "box_2a"),
    SalesForm: _above("box_4", "short_proceeds", "long_proceeds"),
    **{KINDS[kind].form: _above("box_4", "box_1") for kind in ("g_1099", "nec_1099")},
}
FORM_CODES = (
    "second_look.swapped",
    "second_look.half_of_pay",
    "second_look.savings",
    "second_look.withheld_on_form",
    "second_look.point",
    "second_look.box_4",
    "second_look.box_6",
    "second_look.pay_apart",
    "second_look.net_benefits",
    "second_look.benefits",
    "second_look.net_profit",
    "second_look.qualified",
    "second_look.taxable_above_gross",
    "second_look.same_form",
)
