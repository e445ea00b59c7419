"""The kinds of forms: where each is asked, which fields its boxes feed, and which totals it stands in for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from services.returns.answers import forms as of
from services.returns.answers.forms import IncomeForm
from services.returns.forms import pensions
from services.returns.forms.pay import taxed_pay

WITHHELD = pensions.WITHHELD
Tells = Iterator[tuple[str, str, Decimal]]
"""Boxes that were filled in: the box, the dotted path of the field that it feeds, and dollars; of a cost below zero."""


class Total(NamedTuple):
    """A field that can be typed as one amount instead. `boxes` makes the boxes that take it over.

    Totals that differ in `apart` are of two forms.
    """

    path: str
    boxes: Callable[[Decimal], dict[str, Any]]
    apart: str = ""


@dataclass(frozen=True, slots=True)
class FormKind:
    """A kind of form, asked in the section `topic` of the page, if need be `under` a heading in it.

    `tells` reads what its boxes feed. While all of the boxes `decided_by` are empty, the first of them is asked for.
    """

    name: str
    topic: str
    form: type[IncomeForm]
    tells: Callable[[Any], Tells]
    totals: tuple[Total, ...]
    decided_by: tuple[str, ...]
    under: str = ""

    @property
    def place(self) -> str:
        """The section, with the heading in it after a point: where the list of these forms is drawn."""
        return f"{self.topic}.{self.under}" if self.under else self.topic

    @property
    def path(self) -> str:
        """Where the list of these forms stands in the answers."""
        return f"forms.{self.name}"


def _each(*feeds: tuple[str, str]) -> Callable[[Any], Tells]:
    """Reads boxes that are added to fields as they are; `{holder}` in a field is whose form it is."""

    def tells(form: IncomeForm) -> Tells:
        for box, field in feeds:
            amount = getattr(form, box)
            if amount is not None:
                yield box, field.format(holder=form.whose), amount

    return tells


def _pay(form: of.W2) -> Tells:
    yield from _of_w2(form)
    yield from taxed_pay(form)


def _dividends(form: of.DividendForm) -> Tells:
    """Box 1b is a part of box 1a: more of it than that can't be, and does not count."""
    others = _each(("box_1a", "income.ordinary_dividends"), ("box_2a", _LONG), ("box_4", WITHHELD))
    yield from others(form)
    if form.box_1b is not None:
        yield "box_1b", "income.qualified_dividends", min(form.box_1b, form.box_1a or Decimal(0))


def _sales(form: of.SalesForm) -> Tells:
    """Schedule D: what came in, less what was paid for it."""
    costs = _each(("short_cost", _SHORT), ("long_cost", _LONG))
    yield from _each(("short_proceeds", _SHORT), ("long_proceeds", _LONG), ("box_4", WITHHELD))(form)
    yield from ((box, field, -amount) for box, field, amount in costs(form))


def _in(box: str, **others: object) -> Callable[[Decimal], dict[str, Any]]:
    return lambda amount: {box: amount, **others}


def _profit(amount: Decimal) -> dict[str, Any]:
    """It was typed after costs, and box 1 is before them: the form remembers it, so that its owner is asked."""
    return {"box_1": amount, "typed_profit": amount}


def _sold(term: str) -> Callable[[Decimal], dict[str, Any]]:
    """A gain is what came in for nothing; a loss is what was paid for nothing."""
    return lambda gain: {f"{term}_proceeds": max(gain, Decimal(0)), f"{term}_cost": max(-gain, Decimal(0))}


_SHORT, _LONG = "income.short_term_capital_gain", "income.long_term_capital_gain"
_of_w2 = _each(
    ("box_1", "{holder}.wages"),
    ("box_2", WITHHELD),
    ("box_12_savings", "credits.retirement_contributions_{holder}"),
    ("box_12_tips", "special_deductions.qualified_tips"),
    ("box_12_overtime", "special_deductions.qualified_overtime"),
    ("box_17", "itemized.state_local_income_tax"),
    ("box_19", "itemized.state_local_income_tax"),
)
_W2 = FormKind(
    "w2",
    "w2",
    of.W2,
    _pay,
    (Total("taxpayer.wages", _in("box_1")), Total("spouse.wages", _in("box_1")), Total(WITHHELD, _in("box_2"))),
    ("box_1",),
)
_NEC = FormKind(
    "nec_1099",
    "business",
    of.PayForm,
    _each(("box_1", "{holder}.self_employment_net_profit"), ("box_4", WITHHELD)),
    tuple(Total(f"{who}.self_employment_net_profit", _profit) for who in of.Holder),
    ("box_1",),
)
_SSA = FormKind(
    "ssa_1099",
    "social_security",
    of.SocialSecurityForm,
    _each(("box_5", "income.social_security_benefits"), ("box_6", WITHHELD)),
    (Total("income.social_security_benefits", _in("box_5")),),
    ("box_5",),
)
_R = FormKind(
    "r_1099",
    "pensions",
    of.PensionForm,
    pensions.tells,
    (
        Total("income.taxable_pensions", _in("box_2a")),
        Total("income.taxable_ira_distributions", _in("box_2a", ira=True), apart="ira"),
    ),
    ("box_1", "box_2a"),
)
_G = FormKind(
    "g_1099",
    "unemployment",
    of.GovernmentForm,
    _each(("box_1", "income.unemployment_compensation"), ("box_4", WITHHELD)),
    (Total("income.unemployment_compensation", _in("box_1")),),
    ("box_1", "box_10"),
)
_INT = FormKind(
    "int_1099",
    "savings",
    of.InterestForm,
    _each(
        ("box_1", "income.taxable_interest"),
        ("box_3", "income.taxable_interest"),
        ("box_4", WITHHELD),
        ("box_8", "income.tax_exempt_interest"),
    ),
    (Total("income.taxable_interest", _in("box_1")), Total("income.tax_exempt_interest", _in("box_8"))),
    ("box_1", "box_3", "box_8"),
    under="interest",
)
_DIV = FormKind(
    "div_1099",
    "savings",
    of.DividendForm,
    _dividends,
    (Total("income.ordinary_dividends", _in("box_1a")), Total("income.qualified_dividends", _in("box_1b"))),
    ("box_1a", "box_2a"),
    under="dividends",
)
_B = FormKind(
    "b_1099",
    "savings",
    of.SalesForm,
    _sales,
    (Total(_SHORT, _sold("short")), Total(_LONG, _sold("long"))),
    ("short_proceeds", "long_proceeds", "short_cost", "long_cost"),
    under="sales",
)
KINDS = {kind.name: kind for kind in (_W2, _NEC, _SSA, _R, _G, _INT, _DIV, _B)}
"""Every kind by its name, in the order of the page."""
