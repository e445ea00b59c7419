"""Boxes of forms that are more often a slip than true: swapped, without a point, or not what other boxes say.

Rates: 6.2% and 1.45% of pay (IRC 3101(a) and (b)(1)), and 0.9% more above $200,000 (IRC 3101(b)(2), 3102(f)).
"""

from collections.abc import Callable, Iterator
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
from services.returns.forms import counted
from services.returns.forms.kinds import KINDS

_SOCIAL_SECURITY, _MEDICARE, _MORE_MEDICARE = Decimal("0.062"), Decimal("0.0145"), Decimal("0.009")
_MORE_MEDICARE_FROM = 200_000
_ROUNDING = Decimal(2)
"""Dollars by which rounding in each pay slip can add up."""
_NOT_THE_PART = {"box_4": "second_look.box_4", "box_6": "second_look.box_6"}
_HUNDREDFOLD = (95, 105)
_BELOW_ANY_LIMIT = 150_000
"""Less pay than the limit of Social Security in any year: below it, box 3 is not cut off."""
MOST_BENEFITS = 12 * 5_181
"""Dollars of Social Security in a year for who has the highest benefit of 2026 (SSA); only back pay can be more."""
Looks = Iterator[tuple[str, str]]


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
        yield from _of_pay(form)
    if isinstance(form, SocialSecurityForm):
        yield from _benefits(form)
    if isinstance(form, DividendForm):
        yield from _part("box_1b", form.box_1b, form.box_1a, "second_look.qualified")
    if isinstance(form, PensionForm):
        yield from _part("box_2a", form.box_2a, form.box_1, "second_look.taxable_above_gross")
    if isinstance(form, PayForm) and form.box_1 is not None and form.box_1 == form.typed_profit:
        yield "box_1", "second_look.net_profit"
    if isinstance(form, SalesForm):
        yield from _sold(form)


def _of_pay(form: W2) -> Looks:
    """Swapped boxes, a missing point, and taxes that are not the part of pay that the law says."""
    for box, other in (("box_1", "box_5"), ("box_1", "box_3"), ("box_3", "box_5")):
        yield from _far_apart(form, box, other)
    if form.box_3 and form.box_4 is not None:
        yield from _tax("box_4", form.box_4, _SOCIAL_SECURITY * (form.box_3 + (form.box_7 or 0)))
    if form.box_5 and form.box_6 is not None:
        most = _MORE_MEDICARE * max(form.box_5 - _MORE_MEDICARE_FROM, Decimal(0))
        if not _MEDICARE * form.box_5 - _ROUNDING <= form.box_6 <= _MEDICARE * form.box_5 + most + _ROUNDING:
            yield from _tax("box_6", form.box_6, _MEDICARE * form.box_5)


def _benefits(form: SocialSecurityForm) -> Looks:
    if form.box_3 is not None and form.box_5 is not None:
        yield from _net(form.box_5, form.box_3 - (form.box_4 or 0))
    if (form.box_5 or 0) > MOST_BENEFITS:
        yield "box_5", "second_look.benefits"


def _net(amount: Decimal, expected: Decimal) -> Looks:
    if _is_hundredfold(amount, expected):
        yield "box_5", "second_look.point"
    elif _is_hundredfold(expected, amount):
        yield "box_3", "second_look.point"
    elif _differ(amount, expected):
        yield "box_5", "second_look.net_benefits"


def _part(box: str, part: Decimal | None, whole: Decimal | None, code: str) -> Looks:
    """A box that is a part of another one, and can't be more."""
    if part is None or whole is None or part <= whole:
        return
    yield box, "second_look.point" if _is_hundredfold(part, whole) else code


def _sold(form: SalesForm) -> Looks:
    """What came in and what was paid for it are seldom a hundredfold apart."""
    for term in ("short", "long"):
        proceeds, cost = (getattr(form, f"{term}_{box}") or Decimal(0) for box in ("proceeds", "cost"))
        if _is_hundredfold(max(proceeds, cost), min(proceeds, cost)):
            yield f"{term}_{'proceeds' if proceeds > cost else 'cost'}", "second_look.point"


def _tax(box: str, amount: Decimal, expected: Decimal) -> Looks:
    if _is_hundredfold(amount, expected):
        yield box, "second_look.point"
    elif _differ(amount, expected):
        yield box, _NOT_THE_PART[box]


def _far_apart(form: W2, box: str, other: str) -> Looks:
    one, two = getattr(form, box) or Decimal(0), getattr(form, other) or Decimal(0)
    if not one or not two:
        return
    larger = box if one > two else other
    if _is_hundredfold(max(one, two), min(one, two)):
        yield larger, "second_look.point"
    elif max(one, two) > 2 * min(one, two) and "box_1" in {box, other} and two < _BELOW_ANY_LIMIT:
        yield other, "second_look.pay_apart"


def _above(box: str, *incomes: str, code: str = "second_look.withheld_on_form") -> Callable[[IncomeForm], Looks]:
    """More tax withheld than what came in, in these boxes together. Not asked before any of them is filled in."""

    def looks(form: IncomeForm) -> Looks:
        received = [amount for income in incomes if (amount := getattr(form, income)) is not None]
        if received and (getattr(form, box) or 0) > max(sum(received), 0):
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


def _differ(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) > _ROUNDING


def _is_hundredfold(amount: Decimal, other: Decimal) -> bool:
    return bool(other) and _HUNDREDFOLD[0] <= amount / other <= _HUNDREDFOLD[1]


_WITHHELD: dict[type[IncomeForm], Callable[[IncomeForm], Looks]] = {
    W2: _above("box_2", "box_1", code="second_look.swapped"),
    SocialSecurityForm: _above("box_6", "box_3"),
    InterestForm: _above("box_4", "box_1", "box_3", "box_8"),
    DividendForm: _above("box_4", "box_1a", "box_2a"),
    SalesForm: _above("box_4", "short_proceeds", "long_proceeds"),
    **{KINDS[kind].form: _above("box_4", "box_1") for kind in ("r_1099", "g_1099", "nec_1099")},
}
FORM_CODES = (
    "second_look.swapped",
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
