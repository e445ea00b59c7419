"""What changed in the law for one person: found by computing their return with each change alone.

The facts stay those of the year before. What changes none of their lines is left out, however much it is in the news.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from db.values.returns import FilingStatus
from services.finder import percent
from services.returns.explaining.story import story
from services.returns.next_year.own_figures import Figures, own_figures
from services.tax import YEARS, Computed, Law, LineResult, Money, Rate, compute, figures_of, law_for
from services.words import dollars

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


@dataclass(frozen=True, slots=True)
class LawChange:
    """One change that touches the person: words under `law_change.<code>`.

    `figures` are what the law says for this person before and after, as text. `line` is the first line of the return
    that it changes, with its amounts `before` and `after` this change alone. `gain` is what the result becomes better
    by, in cents. `sources` and `confirmed` are from the file of the new law.
    """

    code: str
    figures: Figures
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


@dataclass(frozen=True, slots=True)
class _Trial:
    """The year before by its own law, on the forms of the new year; `theirs` are the lines that tell of this person."""

    last: Computed
    old: Law
    new: Law
    without: Computed
    theirs: frozenset[str]

    def by(self, *figures: str) -> Computed:
        """The same facts with these figures of the new law alone."""
        return compute(self.last.given, law=_with(self.old, self.new, figures))

    def first_moved(self, one: Computed) -> tuple[LineResult, Money] | None:
        """The first line of theirs that is another one now, with its new amount."""
        if one.unsupported:
            return None
        pairs = zip(self.without.lines, one.lines, strict=True)
        moved = ((line, other.amount) for line, other in pairs if line.amount != other.amount)
        return next((each for each in moved if each[0].id in self.theirs), None)

    def figures(self, code: str, one: Computed) -> Figures:
        """Their own figures of a change. Else those of the law: the first that moves a line by itself."""
        own = own_figures(code, self.without, one)
        written = [each for each in CHANGES[code] if not isinstance(_figure(self.new, each), tuple)]
        if own and (own[0] != own[1] or not written):
            return own
        alone = (each for each in written if self.first_moved(self.by(each)))
        path = next(alone, written[0])
        status = self.last.given.filing_status
        return _in_words(path, self.new.tax_year - 1, status), _in_words(path, self.new.tax_year, status)


def _found(last: Computed, now: Computed) -> Iterator[LawChange]:
    """Each change is put alone into the law of the year before, told by the lines of the new year."""
    old, new = (law_for(each.given.tax_year, last.given.filing_status) for each in (last, now))
    at_hand = replace(old, tax_year=new.tax_year, forms_of=new.forms_of)
    without = compute(last.given, law=at_hand)
    if without.unsupported:
        return
    theirs = frozenset(each.line.id for computed in (without, now) for each in story(computed))
    trial = _Trial(last, at_hand, new, without, theirs)
    for code, figures in CHANGES.items():
        if any(_figure(old, each) != _figure(new, each) for each in figures):
            one = trial.by(*figures)
            if moved := trial.first_moved(one):
                yield _change(code, trial.figures(code, one), moved, one.outcome - without.outcome, new.tax_year)


def _change(code: str, figures: Figures, moved: tuple[LineResult, Money], gain: Money, year: int) -> LawChange:
    written = [figures_of(year)[topic][name] for topic, name in (each.split(".") for each in CHANGES[code])]
    return LawChange(
        code,
        figures,
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
    """The figure of its file: dollars, or a percentage."""
    topic, name = path.split(".")
    figure = figures_of(year)[topic][name]
    value = figure.get(status.value, figure.get("value"))
    return percent(Rate.parse(value)) if isinstance(value, str) else dollars(Decimal(value))
