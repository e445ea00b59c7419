"""What is asked about a person who depends on the filer."""

from datetime import date
from decimal import Decimal

import pytest

from services.returns.answers import Dependent
from services.returns.questions import asked_about

COLLEGE = "american_opportunity_expenses"


@pytest.mark.parametrize(
    ("born", "told", "is_asked"),
    [
        (None, None, False),
        (date(2011, 1, 1), None, False),
        (date(2010, 12, 31), None, True),
        (date(1990, 1, 1), None, True),
        (date(2020, 1, 1), Decimal(0), True),
        (None, Decimal(4000), True),
    ],
)
def test_college_is_asked_about_from_the_year_in_which_somebody_turns_15_or_once_it_is_told(
    born: date | None, told: Decimal | None, is_asked: bool
) -> None:
    dependent = Dependent(date_of_birth=born, american_opportunity_expenses=told)
    paths = [question.path for question in asked_about(dependent, 2025)]
    assert (COLLEGE in paths) == is_asked
    assert paths[:3] == ["date_of_birth", "full_time_student", "permanently_disabled"]
