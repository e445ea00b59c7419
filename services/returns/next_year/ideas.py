"""What would help: paying in time, ideas about costs for hearing, and accounts at work for a year still to begin."""

from dataclasses import replace
from datetime import date

from services import finder
from services.finder import Reason, Suggestion, Why
from services.returns.costs.judging import as_household
from services.returns.estimate import Estimate
from services.returns.next_year.paying import pay_during_the_year
from services.tax import CENTS_A_DOLLAR, Method

_EXAMPLE = 1_000 * CENTS_A_DOLLAR


def ideas_for(estimate: Estimate, *, today: date) -> tuple[Suggestion, ...]:
    """What avoids a penalty, then the largest gain first; none without a result.

    An account is left out that the person said they are not offered.

    Four returns are computed for accounts, so this is asked only where it is shown.
    """
    about_costs = estimate.costs.suggestions
    if estimate.result is None:
        return about_costs
    ahead = finder.YearAhead(estimate.result.given, Method.AS_FILED, today)
    of_work = [finder.fsa_for_care(ahead)]
    if estimate.answers.household.fsa_at_work is not False and not _has_an_fsa(about_costs):
        household = as_household(estimate.answers.household)
        of_work.append(finder.fsa_for_health(ahead, household, example=_EXAMPLE))
    found = [one for one in of_work if one]
    if found and len(found) + len(about_costs) > 1:
        found = [replace(one, assuming=(*one.assuming, Reason(Why.ASSUMES_NOT_TOGETHER))) for one in found]
    by_gain = sorted((*about_costs, *found), key=lambda one: -one.gain)
    paying = pay_during_the_year(estimate.result, today=today)
    return (*([paying] if paying else []), *by_gain)


def _has_an_fsa(ideas: tuple[Suggestion, ...]) -> bool:
    return any(idea.what.code == Why.USE_FSA for idea in ideas)
