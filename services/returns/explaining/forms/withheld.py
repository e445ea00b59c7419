"""Form 1040 of 2025, line 25a: what was withheld on forms W-2. The engine has the sum of all forms alone."""

from collections.abc import Iterator
from decimal import Decimal

from services.returns.answers import Answers, answer_at
from services.returns.explaining.forms.lines import PaperLine
from services.returns.forms.kinds import WITHHELD
from services.returns.forms.told import told_by_forms
from services.tax import Computed

_CENTS_A_DOLLAR = 100


def withheld_lines(computed: Computed, answers: Answers) -> Iterator[PaperLine]:
    """Only where all was typed box by box: of an amount that was typed as one, nobody knows from which forms it is."""
    if answer_at(answers, WITHHELD) is not None:
        return
    told = (each for each in told_by_forms(answers) if each.field == WITHHELD and each.box.startswith("forms.w2."))
    dollars = sum((each.amount for each in told), Decimal(0))
    if cents := computed.sheet.entered(int(dollars * _CENTS_A_DOLLAR)):
        yield PaperLine("25a", "1040.25a", cents)
