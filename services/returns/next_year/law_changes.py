"""What changed in the law for one person: found by computing their return with each change alone.

The facts stay those of the year before. What changes none of their lines is left out, however much it is in the news.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from db.values.returns import FilingStatus
from services.returns.explaining.story import story
from services.tax import YEARS, Computed, Law, LineResult, Money, compute, figures_of, law_for

CHANGES: dict[str, tuple[str, ...]] = {
    "standard_deduction": ("standard_deduction.amount",),
    "extra_deduction": ("standard_deduction.extra_each",),
    "tax_steps": ("income_tax.tops",),
    "gains": ("income_tax.gain_zero_top", "income_tax.gain_middle_top"),
    "minimum_tax": (
        "minimum_tax.exemption",
        "minimum_tax.exemption_phase_out_start",
        "minimum_tax.exemption_phase_out_rate",
        "minimum_tax.lower_rate_top",
    ),
    "teachers": ("adjustments.educator_limit",),
    "student_loan": ("adjustments.student_loan_phase_out_start",),
    "state_tax": ("itemized.salt_cap", "itemized.salt_phase_down_start"),
    "gifts": ("itemized.charity_floor",),
    "gifts_without_itemizing": ("itemized.charity_without_itemizing",),
    "high_income": ("itemized.top_bracket_reduction",),
    "care": ("dependent_care.top_percent", "dependent_care.first_floor_percent"),
    "earned_income_credit": ("earned_income_credit.maximum", "earned_income_credit.phase_out_start"),
    "investment_limit": ("earned_income_credit.investment_income_limit",),
    "wage_base": ("payroll_tax.wage_base",),
    "business_range": ("business_deduction.phase_in_start", "business_deduction.phase_in_range"),
    "business_minimum": ("business_deduction.minimum", "business_deduction.minimum_from"),
    "saving": ("savers_credit.tops",),
}
"""The changes between two years that have files, each with the figures that belong together."""
_PERCENTS = {"dependent_care.top_percent", "dependent_care.first_floor_percent"}


@dataclass(frozen=True, slots=True)
class LawChange:
    """One change that touches the person: words under `law_change.<code>`.

    `figures` are the law's first figure before and after, as text, and empty where it is a list. `line` is the first
    line of the return that it changes, with its amounts `before` and `after` this change alone. `gain` is what the
    result becomes better by, in cents. `sources` and `confirmed` are from the file of the new law.
    """

    code: str
    figures: tuple[str, str]
    line: LineResult
    before: Money
    after: Money
    gain: Money
    sources: tuple[str, ...]
    confirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawChanges:
    """The same facts under both laws. `now` says itself why it gives no result."""

    changes: tuple[LawChange, ...]
    then: Computed
    now: Computed


def law_changes(last: Computed) -> LawChanges | None:
    """What the law of the next year changes for this computed return. None for the last year whose law is known."""
    year = last.given.tax_year + 1
    if year not in YEARS or last.unsupported:
        return None
    now = compute(replace(last.given, tax_year=year))
    return LawChanges(() if now.unsupported else tuple(_found(last, now)), last, now)


def _found(last: Computed, now: Computed) -> Iterator[LawChange]:
    """Each change is put alone into the law of the year before, told by the lines of the new year."""
    year, status = now.given.tax_year, last.given.filing_status
    old, new = law_for(last.given.tax_year, status), law_for(year, status)
    at_hand = replace(old, tax_year=year, forms_of=new.forms_of)
    without = compute(last.given, law=at_hand)
    if without.unsupported:
        return
    theirs = {each.line.id for computed in (without, now) for each in story(computed)}
    for code, figures in CHANGES.items():
        if any(_figure(old, each) != _figure(new, each) for each in figures):
            one = compute(last.given, law=_with(at_hand, new, figures))
            if moved := _first_moved(without, one, theirs):
                yield _change(code, moved, one.outcome - without.outcome, year, status)


def _first_moved(without: Computed, one: Computed, theirs: set[str]) -> tuple[LineResult, Money] | None:
    """The first line that tells of this person's result and is another one now, with its new amount."""
    if one.unsupported:
        return None
    pairs = zip(without.lines, one.lines, strict=True)
    moved = ((line, other.amount) for line, other in pairs if line.amount != other.amount and line.id in theirs)
    return next(moved, None)


def _change(code: str, moved: tuple[LineResult, Money], gain: Money, year: int, status: FilingStatus) -> LawChange:
    figures = CHANGES[code]
    written = [figures_of(year)[topic][name] for topic, name in (each.split(".") for each in figures)]
    then, now = (_in_words(figures[0], each, status) for each in (year - 1, year))
    return LawChange(
        code,
        (then, now),
        moved[0],
        moved[0].amount,
        moved[1],
        gain,
        tuple(dict.fromkeys(each["source"] for each in written)),
        tuple(dict.fromkeys(each["confirmed"] for each in written)),
    )


def _figure(law: Law, path: str) -> object:
    topic, name = path.split(".")
    return getattr(getattr(law, topic), name)


def _with(law: Law, new: Law, figures: tuple[str, ...]) -> Law:
    for path in figures:
        topic, name = path.split(".")
        changed = replace(getattr(law, topic), **{name: _figure(new, path)})
        law = replace(law, **{topic: changed})
    return law


def _in_words(path: str, year: int, status: FilingStatus) -> str:
    """The figure as its file has it: dollars or a percentage; nothing for a list."""
    topic, name = path.split(".")
    figure = figures_of(year)[topic][name]
    value = figure.get(status.value, figure.get("value"))
    if isinstance(value, list):
        return ""
    if isinstance(value, str):
        return value
    return f"{value}%" if path in _PERCENTS else f"${Decimal(value):,}"
