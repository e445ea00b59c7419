"""Form 1040 of 2025, lines 25a and 25b: what was withheld on forms W-2, and on all others. The engine has the sum.

Forms 1099, and box 6 of Form SSA-1099, belong on line 25b: Form 1040 instructions of 2025, line 25b.
"""

from collections.abc import Iterator
from decimal import Decimal

from services.returns.answers import Answers, answer_at
from services.returns.explaining.forms.lines import PaperLine
from services.returns.forms.kinds import WITHHELD
from services.returns.forms.told import told_by_forms
from services.tax import Computed

_CENTS_A_DOLLAR = 100


def withheld_lines(computed: Computed, answers: Answers) -> Iterator[PaperLine]:
    """Only where all was typed box by box: of an amount that was typed as one, nobody knows from which forms it is.

    Line 25b is what line 25d has beyond line 25a, so that the two add up to it.
    """
    if answer_at(answers, WITHHELD) is not None:
        return
    told = (each for each in told_by_forms(answers) if each.field == WITHHELD and each.box.startswith("forms.w2."))
    on_w2 = computed.sheet.entered(int(sum((each.amount for each in told), Decimal(0)) * _CENTS_A_DOLLAR))
    for number, cents in (("25a", on_w2), ("25b", computed.line("1040.25d").amount - on_w2)):
        if cents > 0:
            yield PaperLine(number, f"1040.{number}", cents)
