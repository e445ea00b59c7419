"""What the hints say of a law is what the law files say."""

from decimal import Decimal

import pytest

from db.values.returns import FilingStatus
from services.tax import YEARS
from services.tax.law import law_for
from services.words import dollars, sentence


@pytest.mark.parametrize("year", YEARS)
def test_the_limit_for_each_teacher_is_that_of_the_law(year: int) -> None:
    limit = law_for(year, FilingStatus.SINGLE).adjustments.educator_limit
    assert f"{dollars(Decimal(limit) / 100)} for {year}" in sentence("question.adjustments.educator_expenses.hint")
