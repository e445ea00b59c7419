"""The worksheet tells how the result came about, and leaves out what had no part in it."""

import re
from collections.abc import Mapping
from itertools import combinations

import pytest

from services import tax
from services.returns.explaining.story import StoryLine, story
from tests.services.tax.returns import SCENARIOS, oracle

WAGES_ONLY = {"taxpayer": {"age": 37, "wages": 31200}, "payments": {"federal_income_tax_withheld": 2184}}


def _told(**more: object) -> list[StoryLine]:
    computed = tax.compute(tax.parse_return({"tax_year": 2025, "filing_status": "single", **WAGES_ONLY, **more}))
    return story(computed)


def _forms(**more: object) -> set[str]:
    return {each.line.id.partition(".")[0] for each in _told(**more)}


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


@pytest.mark.parametrize("topic", ["benefits", "gains", "schedule_b", "8812", "eic", "6251", "schedule_r", "2441"])
def test_what_had_no_part_in_the_result_is_left_out(topic: str) -> None:
    assert not [each.line.id for each in _told() if each.line.id.startswith(f"{topic}.")]


def test_who_got_no_social_security_fills_no_worksheet_for_it() -> None:
    more_income = {"ordinary_dividends": 900, "taxable_interest": 40, "unemployment_compensation": 700}
    lines = _told(income=more_income, adjustments={"hsa_deduction": 500, "ira_deduction": 100})
    assert not [each.line.id for each in lines if each.line.id.startswith("benefits.")]
    comes_from = {each.line.id: each.comes_from for each in lines}
    assert comes_from["1040.9"] == ("1040.1z", "1040.2b", "1040.3b", "1040.8")
    assert comes_from["1040.10"] == ("schedule_1.13", "schedule_1.20")


def test_a_worksheet_for_gains_is_filled_by_those_who_have_some() -> None:
    assert "gains" not in _forms(income={"ordinary_dividends": 900, "long_term_capital_gain": -300})
    assert "gains" in _forms(income={"long_term_capital_gain": 300})


def test_earnings_are_told_on_the_form_that_asks_for_them_and_nowhere_else() -> None:
    own_business = {"taxpayer": {"age": 37, "wages": 9000, "self_employment_net_profit": 7000}}
    assert "8812" not in _forms(**own_business)
    with_child = _told(**own_business, filing_status="head_of_household", dependents=[{"age": 6}])
    readers = [each.line.id for each in with_child if "8812.18a" in each.comes_from]
    assert readers == ["8812.20"]


@pytest.mark.parametrize(("claimed", "comes_from"), [(False, ()), (True, ("1040.1z",))])
def test_pay_decides_only_the_standard_deduction_of_those_whom_somebody_can_claim(
    claimed: bool, comes_from: tuple[str, ...]
) -> None:
    taxpayer = {"age": 19, "wages": 5000, "can_be_claimed_as_dependent": claimed}
    assert {each.line.id: each.comes_from for each in _told(taxpayer=taxpayer)}["standard.basic"] == comes_from


def test_social_security_that_is_not_taxed_is_told_with_the_nothing_that_is_taxed() -> None:
    amounts = _amounts(_told(taxpayer={"age": 52}, income={"social_security_benefits": 18000}, payments={}))
    assert (amounts["1040.6a"], amounts["1040.6b"]) == (18_000_00, 0)


def test_a_tax_that_credits_take_to_nothing_is_told_with_them() -> None:
    comes_from = {
        each.line.id: each.comes_from for each in _told(filing_status="head_of_household", dependents=[{"age": 6}])
    }
    assert comes_from["1040.24"] == ("1040.22",)
    assert comes_from["1040.22"] == ("1040.18", "1040.21")


def test_a_deduction_larger_than_the_income_is_told() -> None:
    lines = _told(taxpayer={"age": 37, "wages": 4000})
    assert {each.line.id: each.comes_from for each in lines}["1040.15"] == ("1040.11a", "1040.14")
    assert _amounts(lines)["1040.14"] == 15_750_00


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
def test_lines_stand_in_the_order_of_the_form_after_the_worksheets_that_lead_to_them(scenario: str) -> None:
    for case in oracle(scenario):
        lines = story(tax.compute(tax.parse_return(case)))
        places = {each.line.id: place for place, each in enumerate(lines)}
        numbers = [each.line.number for each in lines if each.line.form == "Form 1040"]
        numbers = [number for number in numbers if number]
        assert numbers == sorted(numbers, key=_number_and_letter), case["id"]
        for each in lines:
            own = each.line.id.partition(".")[0]
            before = [name for name in each.comes_from if own == "1040" or name.startswith(f"{own}.")]
            assert all(places[name] < places[each.line.id] for name in before if not _is_of_form_1040(name)), case["id"]


def _is_of_form_1040(name: str) -> bool:
    return name.startswith("1040.")


def test_an_adjustment_stands_at_its_line_also_for_those_whose_social_security_it_lowers() -> None:
    lines = _told(income={"social_security_benefits": 18000}, adjustments={"hsa_deduction": 500})
    names = [each.line.id for each in lines]
    assert names[names.index("schedule_1.13") - 1 :][:3] == ["1040.9", "schedule_1.13", "1040.10"]


def test_no_line_changes_places_with_another_one_when_answers_change() -> None:
    pairs = {
        (first.line.id, then.line.id)
        for scenario in SCENARIOS
        for case in oracle(scenario)
        if case["tax_year"] == 2025
        for first, then in combinations(story(tax.compute(tax.parse_return(case))), 2)
    }
    assert not {(first, then) for first, then in pairs if (then, first) in pairs}


def _number_and_letter(number: str) -> tuple[int, str]:
    found = re.fullmatch(r"(\d+)([a-z]?)", number)
    assert found
    return int(found[1]), found[2]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_way_down_ends_at_something_typed(scenario: str) -> None:
    for case in oracle(scenario):
        for each in story(tax.compute(tax.parse_return(case))):
            assert each.comes_from or each.typed or not each.line.amount, (case["id"], each.line.id)
            assert each.line.amount % 100 == 0, "a line as it is filed is in whole dollars"


def test_a_person_without_income_still_sees_how_income_becomes_tax() -> None:
    amounts = _amounts(_told(taxpayer={"age": 37}, payments={}))
    assert [amounts[name] for name in ("1040.11a", "1040.15", "1040.16", "1040.24", "1040.33")] == [0] * 5


def test_the_tax_of_a_business_is_told_step_by_step_down_to_its_profit() -> None:
    own_business = {"age": 37, "self_employment_net_profit": 42500}
    lines = {each.line.id: each for each in _told(taxpayer=own_business, payments={})}
    assert _amounts(list(lines.values())).items() >= {"schedule_2.4": 6_005_00, "schedule_1.15": 3_003_00}.items()
    assert lines["1040.23"].comes_from == ("schedule_2.4",)
    assert lines["1040.10"].comes_from == ("schedule_1.15",)
    assert lines["schedule_1.15"].comes_from == ("schedule_se.13.taxpayer",)
    assert (
        lines["schedule_se.13.taxpayer"].comes_from == lines["schedule_2.4"].comes_from == ("schedule_se.12.taxpayer",)
    )
    assert lines["schedule_se.12.taxpayer"].comes_from == ("schedule_se.6.taxpayer",)
    assert lines["schedule_se.6.taxpayer"].typed == ("taxpayer.self_employment_net_profit",)
    assert not lines["1040.23"].typed


@pytest.mark.parametrize(
    ("boxes", "typed"),
    [
        ({}, ("taxpayer.wages", "taxpayer.wages")),
        (
            {"social_security_wages": 150_000, "medicare_wages": 230_000},
            ("taxpayer.social_security_wages", "taxpayer.medicare_wages"),
        ),
    ],
)
def test_a_tax_on_pay_leads_down_to_the_boxes_that_it_was_counted_from(
    boxes: dict[str, int], typed: tuple[str, str]
) -> None:
    pay = {"age": 37, "wages": 220_000, "self_employment_net_profit": 42_500, **boxes}
    lines = {each.line.id: each for each in _told(taxpayer=pay, payments={})}
    assert lines["schedule_se.8a.taxpayer"].typed + lines["schedule_2.11"].typed == typed
