"""The deduction finder: where each cost belongs, what it changes for this person, and what would help."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from services.finder.effects import Effect, effects
from services.finder.expenses import Expense, Household
from services.finder.placing import Verdict, placed
from services.finder.reasons import Reason, Why
from services.finder.suggesting import Outlook, Suggestion, suggestions
from services.tax import Method, Missing, Note, Refusal, Return, compute


@dataclass(frozen=True, slots=True)
class Finding:
    """One cost: where it belongs and why, and the dollars that it changes and why."""

    verdict: Verdict
    effect: Effect


@dataclass(frozen=True, slots=True)
class Findings:
    """All costs in the order in which they were told. `unsupported` says why no dollars could be worked out.

    `counted` are the verdicts on those of which it is known what they change: `total` is the effect of these, and
    `with_costs` puts them on the return. `to_check` are the open questions and odd answers of the return itself: the
    dollars depend on them.
    """

    findings: tuple[Finding, ...]
    counted: tuple[Verdict, ...]
    total: Effect
    suggestions: tuple[Suggestion, ...]
    unsupported: tuple[Refusal, ...]
    to_check: tuple[Missing | Note, ...]


def find(
    return_: Return, expenses: Sequence[Expense], *, method: Method, today: date, household: Household | None = None
) -> Findings:
    """Judge each cost for this return. Costs come on top of what is on the return; those of next year are plans.

    Pure and quick: a few returns are computed for each cost. `today` decides what can still be chosen.
    """
    told = household or Household()
    verdicts = tuple(placed(expense, return_, told) for expense in expenses)
    base = compute(return_, method=method)
    singles, total = effects(base, verdicts, method)
    findings = tuple(Finding(verdict, effect) for verdict, effect in zip(verdicts, singles, strict=True))
    counted = tuple(one.verdict for one in findings if one.effect.amount is not None)
    ideas = suggestions(Outlook(return_, tuple(verdict.expense for verdict in counted), told, method, today))
    to_check: tuple[Missing | Note, ...] = () if base.unsupported else (*base.missing, *base.notes)
    return Findings(findings, counted, total, _beside_each_other(ideas), base.unsupported, to_check)


def _beside_each_other(ideas: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """Two ideas may use the same cost; their gains are not to be added up."""
    if len(ideas) < 2:
        return ideas
    warning = Reason(Why.ASSUMES_NOT_TOGETHER)
    return tuple(replace(idea, assuming=(*idea.assuming, warning)) for idea in ideas)
