"""How the lines of Schedule SE were found, in words: each rate with the amount that it is for."""

from collections.abc import Iterator

from services.finder import percent
from services.tax import Computed, Money, Rate
from services.words import in_dollars, sentence

_NET, _TAX, _HALF = "schedule_se.6", "schedule_se.12", "schedule_se.13"


def self_employment_found_in_words(computed: Computed, line_id: str) -> tuple[str, ...]:
    """Nothing for other lines, and for no tax."""
    line, _, whose = line_id.rpartition(".")
    if line not in _TOLD or not computed.line(line_id).amount:
        return ()
    return tuple(_TOLD[line](computed, whose))


def _net(computed: Computed, whose: str) -> Iterator[str]:
    """Schedule SE, line 4a."""
    rate = percent(computed.sheet.law.self_employment.net_earnings_share)
    profit, earnings = _amount(computed, f"schedule_c.31.{whose}"), _amount(computed, f"{_NET}.{whose}")
    yield sentence("self_employment_found.net", rate=rate, profit=profit, earnings=earnings)


def _tax(computed: Computed, whose: str) -> Iterator[str]:
    """Schedule SE, lines 10 to 12. The parts are rounded one by one, as they are entered there."""
    law, earnings = computed.sheet.law.self_employment, computed.line(f"{_NET}.{whose}").amount
    taxed: Money = computed.fact(f"{whose}_below_wage_base")
    if taxed:
        yield _part(computed, f"{whose}_social_security_part", law.social_security_rate, taxed)
    yield _part(computed, f"{whose}_medicare_part", law.medicare_rate, earnings)
    tax = _amount(computed, f"{_TAX}.{whose}")
    if taxed == earnings:
        both = percent(law.social_security_rate + law.medicare_rate)
        yield sentence("self_employment_found.together", rate=both, tax=tax)
    else:
        base = in_dollars(computed.sheet.law.payroll_tax.wage_base)
        yield sentence("self_employment_found.limit", base=base, tax=tax)


def _half(computed: Computed, whose: str) -> Iterator[str]:
    """Schedule SE, line 13."""
    rate = percent(computed.sheet.law.self_employment.deductible_share)
    tax, half = (_amount(computed, f"{line}.{whose}") for line in (_TAX, _HALF))
    yield sentence("self_employment_found.half", rate=rate, tax=tax, half=half)


_TOLD = {_NET: _net, _TAX: _tax, _HALF: _half}


def _part(computed: Computed, fact: str, rate: Rate, amount: Money) -> str:
    name = fact.partition("_")[2].removesuffix("_part")
    tax = in_dollars(computed.fact(fact))
    return sentence(f"self_employment_found.{name}", rate=percent(rate), amount=in_dollars(amount), tax=tax)


def _amount(computed: Computed, line: str) -> str:
    return in_dollars(computed.line(line).amount)
