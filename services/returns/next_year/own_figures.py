"""The figure of a change in the law as it is for one person: their share, their step, their limit.

The law has several of them, by income or by family; a person has one before and one after.
"""

from collections.abc import Callable

from services.finder import percent
from services.tax import Computed, Rate
from services.words import in_dollars

Figures = tuple[str, str]


def own_figures(code: str, before: Computed, after: Computed) -> Figures | None:
    """The figures of a change, before and after it, in words; None where the law has one for everybody."""
    return OF_ONE_PERSON[code](before, after) if code in OF_ONE_PERSON else None


def _highest_step(before: Computed, after: Computed) -> Figures:
    """Where the highest tax step begins that their income reached."""
    income, tops = before.line("gains.5").amount, before.sheet.law.income_tax.tops
    place = max(0, sum(top < income for top in tops) - 1)
    return in_dollars(tops[place]), in_dollars(after.sheet.law.income_tax.tops[place])


def _of_each(read: Callable[[Computed], str]) -> Callable[[Computed, Computed], Figures]:
    return lambda before, after: (read(before), read(after))


def _exemption(computed: Computed) -> str:
    return in_dollars(computed.line("6251.5").amount)


def _most_state_taxes(computed: Computed) -> str:
    return in_dollars(computed.fact("most_state_taxes"))


def _share_of_care(computed: Computed) -> str:
    return percent(Rate.percent(computed.fact("care_percent")))


def _most_credit(computed: Computed) -> str:
    most = computed.sheet.law.earned_income_credit.maximum
    return in_dollars(most[computed.fact("column_of_the_credit")])


def _share_of_savings(computed: Computed) -> str:
    rates, step = computed.sheet.law.savers_credit.rates, computed.fact("step_of_savings")
    return percent(rates[step] if step < len(rates) else Rate.percent(0))


OF_ONE_PERSON: dict[str, Callable[[Computed, Computed], Figures]] = {
    "tax_steps": _highest_step,
    "minimum_tax": _of_each(_exemption),
    "state_tax": _of_each(_most_state_taxes),
    "care": _of_each(_share_of_care),
    "earned_income_credit": _of_each(_most_credit),
    "saving": _of_each(_share_of_savings),
}
"""The changes whose figures the law has by income or by family, by their code."""
