"""The worksheet tells how the result came about, and leaves out what had no part in it."""

from collections.abc import Mapping

import pytest

from services import tax
from services.returns.story import StoryLine, story
from tests.services.tax.returns import SCENARIOS, oracle

WAGES_ONLY = {"taxpayer": {"age": 37, "wages": 31200}, "payments": {"federal_income_tax_withheld": 2184}}


def _told(**more: object) -> list[StoryLine]:
    computed = tax.compute(tax.parse_return({"tax_year": 2025, "filing_status": "single", **WAGES_ONLY, **more}))
    return story(computed)


def _amounts(lines: list[StoryLine]) -> Mapping[str, int]:
    return {each.line.id: each.line.amount for each in lines}


def test_wages_become_a_refund_in_the_order_of_the_form() -> None:
    amounts = _amounts(_told())
    way = [
        "1040.1z",
        "1040.9",
        "1040.11a",
        "1040.12e",
        "1040.14",
        "1040.15",
        "1040.16",
        "1040.24",
        "1040.33",
        "1040.34",
    ]
    assert [name for name in amounts if name in way] == way
    assert amounts["1040.34"] == 565_00


@pytest.mark.parametrize("topic", ["benefits", "eic", "6251", "schedule_r", "2441"])
def test_what_had_no_part_in_the_result_is_left_out(topic: str) -> None:
    assert not [each.line.id for each in _told() if each.line.id.startswith(f"{topic}.")]


def test_social_security_brings_in_the_steps_of_its_worksheet() -> None:
    amounts = _amounts(_told(income={"social_security_benefits": 18000}))
    assert {name: amounts[name] for name in ("benefits.7", "benefits.14", "benefits.15", "1040.6b")} == {
        "benefits.7": 40_200_00,
        "benefits.14": 4_500_00,
        "benefits.15": 5_270_00,
        "1040.6b": 9_770_00,
    }


def test_every_line_leads_down_to_lines_that_are_told_or_to_what_was_typed() -> None:
    lines = _told(income={"social_security_benefits": 18000, "ordinary_dividends": 900, "qualified_dividends": 500})
    told = {each.line.id for each in lines}
    assert all(set(each.comes_from) <= told for each in lines)
    assert all(each.comes_from or each.line.from_inputs for each in lines if each.line.amount)


def test_an_answer_is_told_at_the_line_that_it_was_typed_for() -> None:
    typed = {each.line.id: each.typed for each in _told(income={"social_security_benefits": 18000})}
    assert typed["1040.1z"] == ("taxpayer.wages",)
    assert typed["1040.6a"] == ("income.social_security_benefits",)
    assert typed["1040.25d"] == ("payments.federal_income_tax_withheld",)
    assert typed["1040.9"] == typed["1040.33"] == ()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_way_down_ends_at_something_typed(scenario: str) -> None:
    for case in oracle(scenario):
        for each in story(tax.compute(tax.parse_return(case))):
            assert each.comes_from or each.typed or not each.line.amount, (case["id"], each.line.id)


def test_a_person_without_income_still_sees_how_income_becomes_tax() -> None:
    amounts = _amounts(_told(taxpayer={"age": 37}, payments={}))
    assert [amounts[name] for name in ("1040.11a", "1040.15", "1040.16", "1040.24", "1040.33")] == [0] * 5
