"""How income changes the child tax credit and the earned income credit, in words, for the lines that have them."""

from collections.abc import Iterator

from services.tax import Computed
from services.words import in_dollars, sentence


def credits_found_in_words(computed: Computed, line_id: str) -> tuple[str, ...]:
    """Nothing for other lines, and for no credit."""
    if line_id not in _TOLD or not computed.line(line_id).amount:
        return ()
    return tuple(_TOLD[line_id](computed))


def _less_for_children(computed: Computed) -> Iterator[str]:
    """Schedule 8812, lines 9 to 11."""
    law, income = computed.sheet.law.child_credit, computed.line("1040.11a").amount
    start, over = in_dollars(law.phase_out_start), in_dollars(income - law.phase_out_start)
    yield sentence("credits_found.child", income=in_dollars(income), start=start, over=over)
    step, each = in_dollars(law.phase_out_step), in_dollars(law.phase_out_each_step)
    lost = in_dollars(computed.line("8812.11").amount)
    yield sentence("credits_found.child_steps", step=step, each=each, lost=lost)


def _earned_income_credit(computed: Computed) -> Iterator[str]:
    """Publication 596: it grows with what is earned, up to the most, and shrinks with more of it or other income."""
    law, children = computed.sheet.law.earned_income_credit, computed.fact("column_of_the_credit")
    most, start = law.maximum[children], law.phase_out_start[children]
    income = max(computed.line("1040.11a").amount, computed.line("8812.18a").amount)
    yield sentence(f"credits_found.eic.most_{children}", most=in_dollars(most))
    if computed.line("1040.27a").amount == most:
        yield sentence("credits_found.eic.all")
    elif income >= start:
        yield sentence("credits_found.eic.shrinks", start=in_dollars(start), income=in_dollars(income))
    else:
        yield sentence("credits_found.eic.grows")


_TOLD = {"8812.11": _less_for_children, "1040.27a": _earned_income_credit}
