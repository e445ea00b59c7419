"""How the amount of a line was worked out, in words, where rates or the income decide it."""

from services.tax import Computed
from ui.estimate.lines.credits_found import credits_found_in_words
from ui.estimate.lines.self_employment_found import self_employment_found_in_words
from ui.estimate.lines.tax_found import tax_found_in_words

_FOUND = (tax_found_in_words, self_employment_found_in_words, credits_found_in_words)


def worked_out_in_words(computed: Computed, line_id: str) -> tuple[str, ...]:
    """Nothing for lines of which the explanation says it all."""
    return next((told for found in _FOUND if (told := found(computed, line_id))), ())
