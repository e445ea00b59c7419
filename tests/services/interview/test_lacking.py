"""A chapter lacks something while an answer is missing, open, or was begun and left empty."""

from typing import Any

import pytest

from db.types import new_id
from services.interview.lacking import lacking
from services.returns.answers import Answers
from services.returns.estimate import Estimate
from services.returns.reckoning import missing_for_an_estimate

HERSELF = {"filing_status": "single", "taxpayer": {"date_of_birth": "1988-04-12", "wages": 1}}
NONE = {f"no_{name}": True for name in ("other_income", "deductions", "credits", "payments")}


def _lacking(**told: Any) -> set[str]:
    """The chapters that lack something before there is a result."""
    answers = Answers.model_validate(told)
    return {*lacking(Estimate(new_id(), 2025, 1, answers, missing_for_an_estimate(answers), None))}


def test_who_has_said_nothing_lacks_something_wherever_something_is_asked() -> None:
    assert _lacking() == {"about_you", "income", "deductions", "credits", "payments"}


def test_none_of_these_is_an_answer_and_that_one_looked_at_everything_too() -> None:
    assert not _lacking(**HERSELF, had=NONE, payments={"federal_income_tax_withheld": 0})
    assert not _lacking(**HERSELF, everything_told=True, payments={"federal_income_tax_withheld": 0})


@pytest.mark.parametrize(
    ("told", "chapter"),
    [
        ({"taxpayer": {"wages": 1}}, "about_you"),
        ({"filing_status": "married_joint", "spouse": {"wages": 0}}, "family"),
        ({"dependents": [{}]}, "family"),
        ({"taxpayer": {"date_of_birth": "1988-04-12"}}, "income"),
        ({"forms": {"int_1099": [{}]}}, "income"),
        ({"had": NONE | {"unemployment": True}}, "income"),
        ({"had": NONE | {"home": True}}, "deductions"),
        ({"had": NONE | {"college": True}}, "credits"),
        ({"had": NONE | {"other": True}}, "payments"),
    ],
)
def test_what_is_missing_or_was_left_empty_is_lacking_in_the_chapter_that_asks_it(
    told: dict[str, Any], chapter: str
) -> None:
    whole = HERSELF | {"had": NONE, "payments": {"federal_income_tax_withheld": 0}}
    assert _lacking(**whole | told) == {chapter}
