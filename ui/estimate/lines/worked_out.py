"""How the amount of a line was worked out, in words, where it goes by rates."""

from services.tax import Computed
from ui.estimate.lines.self_employment_found import self_employment_found_in_words
from ui.estimate.lines.tax_found import tax_found_in_words


def worked_out_in_words(computed: Computed, line_id: str) -> tuple[str, ...]:
    """Nothing for lines of which the explanation says it all."""
    return tax_found_in_words(computed, line_id) or self_employment_found_in_words(computed, line_id)
