"""Boxes of a W-2 that are more often a slip than true: swapped, without a point, or not the part of pay that they are.

No law takes half of pay: the highest rates are 37% of the United States (IRC 1(j)) and below 15% of a state and a city
together (California 13.3%, New York City 10.9% and 3.876%).
Rates: 6.2% and 1.45% of pay (IRC 3101(a) and (b)(1)), and 0.9% more above $200,000 (IRC 3101(b)(2), 3102(f)).
"""

from decimal import Decimal

from services.returns.answers.forms import W2
from services.returns.consistency.box_against_box import ROUNDING, Looks, differ, is_hundredfold, part_of

_SOCIAL_SECURITY, _MEDICARE, _MORE_MEDICARE = Decimal("0.062"), Decimal("0.0145"), Decimal("0.009")
_MORE_MEDICARE_FROM = 200_000
_NOT_THE_PART = {"box_4": "second_look.box_4", "box_6": "second_look.box_6"}
_ABOVE_PAY = {"box_12_tips": "second_look.tips", "box_12_overtime": "second_look.overtime"}
_BELOW_ANY_LIMIT = 150_000
"""Less pay than the limit of Social Security in any year: below it, box 3 is not cut off."""


def w2_looks(form: W2) -> Looks:
    """Swapped boxes, a missing point, and taxes that are not the part of pay that the law says."""
    yield from _taken_off_pay(form)
    for box, other in (("box_1", "box_5"), ("box_1", "box_3"), ("box_3", "box_5")):
        yield from _far_apart(form, box, other)
    if form.box_3 and form.box_4 is not None:
        yield from _tax("box_4", form.box_4, _SOCIAL_SECURITY * (form.box_3 + (form.box_7 or 0)))
    if form.box_5 and form.box_6 is not None:
        most = _MORE_MEDICARE * max(form.box_5 - _MORE_MEDICARE_FROM, Decimal(0))
        if not _MEDICARE * form.box_5 - ROUNDING <= form.box_6 <= _MEDICARE * form.box_5 + most + ROUNDING:
            yield from _tax("box_6", form.box_6, _MEDICARE * form.box_5)


def _taken_off_pay(form: W2) -> Looks:
    """Taxes of more than half of pay, and savings, tips and overtime above all of it: they are a part of it."""
    if form.box_1 is not None:
        half = form.box_1 / 2
        if half < (form.box_2 or 0) <= form.box_1:
            yield "box_2", "second_look.half_of_pay"
        state, local = form.box_17 or Decimal(0), form.box_19 or Decimal(0)
        if state + local > half:
            yield "box_17" if state >= local else "box_19", "second_look.half_of_pay"
        for box in ("box_12_tips", "box_12_overtime"):
            yield from part_of(box, getattr(form, box), form.box_1, _ABOVE_PAY[box])
    pay = [amount for amount in (form.box_3, form.box_5) if amount]  # box 1 is without what was saved
    if pay:
        yield from part_of("box_12_savings", form.box_12_savings, max(pay), "second_look.savings")


def _tax(box: str, amount: Decimal, expected: Decimal) -> Looks:
    if is_hundredfold(amount, expected):
        yield box, "second_look.point"
    elif differ(amount, expected):
        yield box, _NOT_THE_PART[box]


def _far_apart(form: W2, box: str, other: str) -> Looks:
    one, two = getattr(form, box) or Decimal(0), getattr(form, other) or Decimal(0)
    if not one or not two:
        return
    larger = box if one > two else other
    if is_hundredfold(max(one, two), min(one, two)):
        yield larger, "second_look.point"
    elif max(one, two) > 2 * min(one, two) and "box_1" in {box, other} and two < _BELOW_ANY_LIMIT:
        yield other, "second_look.pay_apart"
