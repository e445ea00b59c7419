"""What is asked about a person who depends on the filer."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from services.returns.answers import Adult, Answers, Dependent
from services.returns.questions import asked_about
from services.returns.questions.people import names_of
from services.returns.reckoning import as_return

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
    assert paths[:4] == ["first_name", "date_of_birth", "full_time_student", "permanently_disabled"]


def test_people_are_called_by_their_first_name_and_by_their_place_without_one() -> None:
    people = [Dependent(first_name=name) for name in ("Maya", None, "Leo", "Maya")]
    assert names_of(people) == ["Maya (person 1)", "Person 2", "Leo", "Maya (person 4)"]
    assert names_of(people[:3]) == ["Maya", "Person 2", "Leo"]


def test_a_name_is_one_line_of_a_few_letters_and_never_reaches_the_engine() -> None:
    born = date(2018, 5, 1)
    rosa = Adult(date_of_birth=date(1988, 4, 12))
    named = Answers(taxpayer=rosa, dependents=[Dependent(first_name="Maya", date_of_birth=born)])
    assert as_return(named, 2025)["dependents"] == [{"age": 7}]
    with pytest.raises(ValidationError):
        Dependent(first_name="M" * 41)
    assert Dependent(first_name="  Ana\nMaria ").first_name == "Ana Maria"
