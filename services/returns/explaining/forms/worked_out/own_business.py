"""Schedule SE and Form 8995: the tax on a profit, and the deduction for it."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import PaperLine
from services.tax import Computed


def self_employment_lines(computed: Computed, whose: str) -> Iterator[PaperLine]:
    """Part I of one person's form, except lines 8 and 9, which want boxes 3 and 7 of form W-2."""
    profit, earnings = (computed.line(f"{line}.{whose}").amount for line in ("schedule_c.31", "schedule_se.6"))
    if not earnings:
        return
    law = computed.sheet.law.self_employment
    below_wage_base = computed.fact(f"{whose}_below_wage_base")
    yield from (PaperLine(number, f"schedule_c.31.{whose}", profit) for number in ("2", "3"))
    yield from (PaperLine(number, f"schedule_se.6.{whose}", earnings) for number in ("4a", "4c"))
    social_security = computed.sheet.share(law.social_security_rate, below_wage_base)
    yield PaperLine("10", "schedule_se.10", social_security)
    yield PaperLine("11", "schedule_se.11", computed.sheet.share(law.medicare_rate, earnings))


def business_lines(computed: Computed) -> Iterator[PaperLine]:
    """With an income above the start of the phase-in, another form asks for more."""
    income, gains = computed.fact("income_before_business_deduction"), computed.line("gains.4").amount
    if income <= computed.sheet.law.business_deduction.phase_in_start:
        yield PaperLine("2", "8995.4", computed.line("8995.4").amount)
        yield PaperLine("10", "8995.5", computed.line("8995.5").amount)
        yield PaperLine("11", "8995.11", income)
        yield PaperLine("12", "gains.4", gains)
        yield PaperLine("13", "8995.13", max(0, income - gains))
