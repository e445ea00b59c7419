"""Form 1040, line 1a, and Form 2441: pay from jobs, and care while the filers work."""

from collections.abc import Iterator

from services.returns.explaining.forms.lines import Kind, PaperLine
from services.tax import Computed


def pay_lines(computed: Computed) -> Iterator[PaperLine]:
    """All pay is box 1 of form W-2, unless a disability pension may be in it, which stands on line 1h."""
    if not any(computed.given.answer(f"{who}.taxable_disability_income") for who in ("taxpayer", "spouse")):
        yield PaperLine("1a", "1040.1z", computed.line("1040.1z").amount)


def care_lines(computed: Computed) -> Iterator[PaperLine]:
    """Part II. Where one person files, line 5 repeats line 4."""
    earned = computed.fact("taxpayer_earnings")
    yield PaperLine("3", "form_2441.3", computed.fact("care_costs_up_to_limit"))
    yield PaperLine("4", "form_2441.4", max(0, earned))
    yield PaperLine("5", "form_2441.5", max(0, computed.fact("spouse_earnings") if computed.fact("joint") else earned))
    yield PaperLine("8", "form_2441.8", computed.fact("care_percent"), Kind.DECIMAL)
    yield PaperLine("10", "1040.18", computed.line("1040.18").amount)
