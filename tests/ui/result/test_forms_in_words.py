"""What stands on each line of a form to copy: dollars, a count, a share, or yes."""

from typing import Any

import pytest

from services import tax
from tests.services.tax.returns import SCENARIOS, oracle
from ui.result.forms_in_words import forms_in_words

STUDENT = {"age": 20, "full_time_student": True}
PARENT: dict[str, Any] = {
    "tax_year": 2025,
    "filing_status": "head_of_household",
    "taxpayer": {"age": 50, "wages": 40_000},
    "dependents": [STUDENT, {"age": 5}],
    "credits": {"dependent_care_expenses": 4_000},
}


def _rows(**fields: Any) -> dict[str, list[tuple[str, str, str]]]:
    return {form.name: form.rows for form in forms_in_words(tax.compute(tax.parse_return(PARENT | fields)))}


def test_schedule_eic_says_of_each_child_what_its_column_asks() -> None:
    assert _rows()["Schedule EIC (Form 1040)"] == [
        ("3", "Person 1: year of birth", "2005"),
        ("3", "Person 2: year of birth", "2020"),
        ("4a", "Person 1: a student under age 24, and younger than you", "Yes"),
        ("6", "Person 1: months that they lived with you", "12"),
        ("6", "Person 2: months that they lived with you", "12"),
    ]


def test_a_share_is_written_as_the_form_has_it_and_a_count_without_a_dollar_sign() -> None:
    assert ("8", "The share that the credit gives back", "0.22") in _rows()["Form 2441"]
    assert ("4", "Number of children under 17 with a Social Security number", "1") in _rows()[
        "Schedule 8812 (Form 1040)"
    ]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_line_of_everybody_has_words(scenario: str) -> None:
    for case in oracle(scenario):
        for form in forms_in_words(tax.compute(tax.parse_return(case))):
            assert all(number and what and written for number, what, written in form.rows), (case["id"], form.name)
