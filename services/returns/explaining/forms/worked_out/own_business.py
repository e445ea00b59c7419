"""Schedule SE, and Forms 8995 and 8995-A of 2025: the tax on a profit, and the deduction for it."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed, Rate

_WHOLE = 100_00
"""Hundredths of a percent."""


def self_employment_lines(computed: Computed, whose: str) -> Iterator[PaperLine]:
    """Part I of one person's form. Of pay that was typed as one amount nobody knows boxes 3 and 7: lines 8 and 9."""
    profit, earnings = (computed.line(f"{line}.{whose}").amount for line in ("schedule_c.31", "schedule_se.6"))
    if not earnings:
        return
    yield from (PaperLine(number, f"schedule_c.31.{whose}", profit) for number in ("2", "3"))
    yield from (PaperLine(number, f"schedule_se.6.{whose}", earnings) for number in ("4a", "4c"))
    yield from _left_for_social_security(computed, whose)
    yield PaperLine("10", "schedule_se.10", computed.fact(f"{whose}_social_security_part"))
    yield PaperLine("11", "schedule_se.11", computed.fact(f"{whose}_medicare_part"))


def _left_for_social_security(computed: Computed, whose: str) -> Iterator[PaperLine]:
    """Lines 8d and 9. Whoever has the whole wage base in pay skips both, and line 10."""
    if computed.given.answer(f"{whose}.social_security_wages") is None and computed.given.answer(f"{whose}.wages"):
        return
    pay, base = computed.line(f"schedule_se.8a.{whose}").amount, computed.sheet.law.payroll_tax.wage_base
    if pay < base:
        yield PaperLine("8d", f"schedule_se.8a.{whose}", pay)
        yield PaperLine("9", "schedule_se.9", base - pay)


def is_phased_in(computed: Computed) -> bool:
    """Whether income is so high that the deduction begins to shrink: then Form 8995-A takes the place of Form 8995."""
    return bool(computed.fact("income_above_phase_in_start"))


def business_lines(computed: Computed) -> Iterator[PaperLine]:
    """Form 8995. Each of two people with a business has a row; who is alone with one has the first."""
    own, of_spouse = (computed.fact(f"{whose}_qualified_income") for whose in ("taxpayer", "spouse"))
    yield PaperLine("1i", "8995.1i" if own else "8995.1ii", own or of_spouse)
    yield PaperLine("1ii", "8995.1ii", of_spouse if own else 0)
    yield PaperLine("2", "8995.4", computed.line("8995.4").amount)
    yield PaperLine("10", "8995.5", computed.line("8995.5").amount)
    yield from _limit(computed, ("11", "12", "13"), "8995.13")


def phased_in_lines(computed: Computed) -> Iterator[PaperLine]:
    """Form 8995-A, for businesses without employees or property: lines 4 to 11 and 18 are nothing.

    Lines 2 to 15, 17 to 19, 25 and 26 have a column for each business.
    """
    law = computed.sheet.law.business_deduction
    over = computed.fact("income_above_phase_in_start")
    is_part_3 = 0 < over <= law.phase_in_range
    owners = [who for who in ("taxpayer", "spouse") if computed.line(f"schedule_c.31.{who}").amount]
    for whose in owners:
        yield from _business(computed, whose, alone=len(owners) == 1, is_part_3=is_part_3)
    if is_part_3:
        yield PaperLine("20", "8995.11", computed.fact("income_before_business_deduction"))
        yield PaperLine("21", "8995a.21", law.phase_in_start)
        yield PaperLine("22", "8995a.22", over)
        yield PaperLine("23", "8995a.23", law.phase_in_range)
        yield PaperLine("24", "8995a.24", Rate(over, law.phase_in_range).of(_WHOLE), Kind.DECIMAL)
    yield from _limit(computed, ("33", "34", "35"), "8995a.35")


def _business(computed: Computed, whose: str, *, alone: bool, is_part_3: bool) -> Iterator[PaperLine]:
    """The column of one business. Of two, A is the first filer's and B the spouse's."""
    share, lost = (computed.fact(f"{whose}_business_{name}") for name in ("share", "phase_in"))
    words = "8995a.alone" if alone else f"8995a.{whose}"
    yield PaperLine("2", f"{words}.income", computed.fact(f"{whose}_qualified_income"))
    yield PaperLine("3", f"{words}.share", share)
    yield from (PaperLine(number, f"{words}.left", share - lost) for number in ("12", "13", "15"))
    if is_part_3:
        yield from (PaperLine(number, f"{words}.share", share) for number in ("17", "19"))
        yield PaperLine("25", f"{words}.lost", lost)
        yield PaperLine("26", f"{words}.left", share - lost)


def _limit(computed: Computed, numbers: tuple[str, str, str], words: str) -> Iterator[PaperLine]:
    """Income before this deduction, gains in it, and the rest: what the limit of the deduction is a share of."""
    income, left = (computed.fact(name) for name in ("income_before_business_deduction", "income_without_gains"))
    amounts = {"8995.11": income, "gains.4": computed.line("gains.4").amount, words: left}
    for number, (word, amount) in zip(numbers, amounts.items(), strict=True):
        yield PaperLine(number, word, amount)
