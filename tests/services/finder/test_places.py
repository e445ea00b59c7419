"""Where each kind of cost belongs. places.csv beside this file is the table that a tax expert can read and correct."""

import csv
from pathlib import Path
from typing import Any

import pytest

from services.finder import Category, Place, Verdict
from tests.services.finder.cases import case, cost, found

OWNER = {"purpose": "business", "business_for": "owner"}
USES: dict[str, dict[str, Any]] = {
    "care": {"purpose": "care"},
    "work_only": {"purpose": "work", "used_privately": False},
    "work_and_private": {"purpose": "work", "used_privately": True},
    "business_only": OWNER | {"used_privately": False},
    "business_and_private": OWNER | {"used_privately": True},
    "for_customers": {"purpose": "business", "business_for": "customers_or_employees"},
    "private_life": {"purpose": "personal"},
}
EXTRA: dict[str, dict[str, Any]] = {
    "tv_captions": {"amount": 500, "regular_price": 300},
    "home_changes": {"amount": 500, "rise_in_value": 300},
    "medical_driving": {"miles": 100},
}
SMALL = {"taxpayer_business": {"full_time_employees_year_before": 2}}
WORKER = {"taxpayer": {"age": 40, "wages": 50_000, "self_employment_net_profit": 20_000}}

with Path(__file__).with_name("places.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table, skipinitialspace=True))
CELLS = [(row["cost"], use, row[use]) for row in ROWS for use in USES]


def verdict(told: dict[str, Any], **fields: Any) -> Verdict:
    """The verdict on one cost of somebody with a job and a small business."""
    usual: dict[str, Any] = {"household": SMALL} | WORKER
    return found(case(told, **(usual | fields))).findings[0].verdict


def codes(told: dict[str, Any], **fields: Any) -> list[str]:
    return [reason.code for reason in verdict(told, **fields).why]


def test_the_table_has_every_kind_of_cost() -> None:
    assert [row["cost"] for row in ROWS] == [category.value for category in Category]


@pytest.mark.parametrize(("category", "use", "place"), CELLS, ids=["-".join(cell) for cell in CELLS])
def test_a_cost_belongs_where_the_table_says(category: str, use: str, place: str) -> None:
    told = {"category": category, "spent_on": "2025-05-03"} | EXTRA.get(category, {"amount": 500}) | USES[use]
    given = verdict(told)
    assert given.place == place
    assert given.sources
    assert (given.counted > 0) == (given.place in {Place.MEDICAL, Place.WORK, Place.BUSINESS, Place.ACCESS})


@pytest.mark.parametrize("payer", ["employer", "insurance", "vocational_rehabilitation", "somebody_else"])
def test_what_somebody_else_paid_never_counts(payer: str) -> None:
    told = cost("hearing_aids", 3_000, paid_by=payer)
    assert verdict(told).place is Place.NOWHERE
    assert codes(told) == [f"finder.why.paid_by_{payer}"]


@pytest.mark.parametrize("account", ["hsa", "fsa", "hra"])
def test_what_an_account_paid_is_tax_free_already(account: str) -> None:
    told = cost("hearing_aids", 3_000, paid_by=account)
    assert (verdict(told).place, verdict(told).counted) == (Place.TAX_FREE_ACCOUNT, 0)
    assert codes(told) == [f"finder.why.paid_from_{account}"]


def test_headphones_paid_from_an_hsa_are_a_question_for_a_preparer() -> None:
    assert codes(cost("headphones", 90, paid_by="hsa")) == ["finder.why.account_for_other_cost"]


def test_the_doctor_s_duty_is_said_first_when_a_patient_paid_an_interpreter() -> None:
    assert codes(cost("interpreter", 200)) == ["finder.why.doctor_must_provide"]


@pytest.mark.parametrize("day", ["2024-12-31", "2026-01-01"])
def test_what_was_paid_in_another_year_belongs_to_that_year(day: str) -> None:
    [reason] = verdict(cost("hearing_aids", 3_000, spent_on=day)).why
    assert (reason.code, reason.figures["year"]) == ("finder.why.other_year", day[:4])


def test_what_counts_in_no_year_is_not_sent_to_another_year() -> None:
    assert codes(cost("headphones", 90, spent_on="2024-12-31")) == ["finder.why.not_medical"]


@pytest.mark.parametrize(
    ("told", "dollars", "code"),
    [
        (cost("tv_captions", 1_200, regular_price=800), 400, "finder.count.only_above_regular_price"),
        (cost("home_changes", 10_000, rise_in_value=4_000), 6_000, "finder.count.only_above_rise_in_value"),
        (
            cost("hearing_aids", 5_000, reimbursed=1_500, reimbursed_by="insurance"),
            3_500,
            "finder.count.repaid_in_part",
        ),
        (cost("medical_driving", miles=1_000), 210, "finder.count.miles"),
    ],
)
def test_only_a_part_counts(told: dict[str, Any], dollars: int, code: str) -> None:
    given = verdict(told)
    assert given.counted == dollars * 100
    assert [reason.code for reason in given.why] == ["finder.why.medical", code]


def test_miles_of_2026_have_their_own_rate_and_half_a_cent_goes_up() -> None:
    """333 × 20.5 cents = $68.265."""
    given = verdict(cost("medical_driving", miles=333, spent_on="2026-02-01"), tax_year=2026)
    assert given.counted == 68_27
    assert given.why[1].figures["cents"] == "20.5"


def test_what_was_paid_back_in_full_does_not_count() -> None:
    told = cost("hearing_aids", 900, reimbursed=900, reimbursed_by="vocational_rehabilitation")
    assert codes(told) == ["finder.why.repaid_in_full"]


def test_a_tv_that_costs_no_more_than_others_does_not_count() -> None:
    assert codes(cost("tv_captions", 800, regular_price=800))[0] == "finder.why.nothing_left"


@pytest.mark.parametrize(
    ("business", "code", "place"),
    [
        ({}, "finder.why.access_unknown", Place.UNSETTLED),
        ({"receipts_year_before": 1_000_000}, "finder.why.access", Place.ACCESS),
        ({"receipts_year_before": 2_000_000}, "finder.why.access_unknown", Place.UNSETTLED),
        ({"receipts_year_before": 2_000_000, "full_time_employees_year_before": 30}, "finder.why.access", Place.ACCESS),
        (
            {"receipts_year_before": "1000000.01", "full_time_employees_year_before": 31},
            "finder.why.access_too_large",
            Place.BUSINESS,
        ),
    ],
)
def test_the_credit_for_access_is_for_what_was_small_in_the_year_before(
    business: dict[str, Any], code: str, place: Place
) -> None:
    told = cost("interpreter", 900, **USES["for_customers"])
    household = {"taxpayer_business": business}
    assert codes(told, household=household)[0] == code
    assert verdict(told, household=household).place is place


def test_a_spouse_who_files_apart_keeps_what_they_paid() -> None:
    apart = {"filing_status": "married_separate"}
    assert codes(cost("hearing_aids", 900, paid_by="spouse"), **apart) == ["finder.why.paid_by_spouse_apart"]
    assert codes(cost("hearing_aids", 900, whose="spouse"), **apart) == ["finder.why.medical"]


def test_a_dependent_s_own_money_and_job_are_not_on_this_return() -> None:
    assert codes(cost("hearing_aids", 900, paid_by="dependent")) == ["finder.why.paid_by_dependent"]
    told = cost("interpreter", 900, whose="dependent", **USES["work_only"])
    assert codes(told) == ["finder.why.not_on_this_return"]
    assert codes(cost("hearing_aids", 900, whose="dependent", **USES["work_only"])) == ["finder.why.daily_life"]


def test_a_work_cost_needs_pay_from_a_job() -> None:
    told = cost("interpreter", 900, **USES["work_only"])
    assert codes(told, taxpayer={"age": 40}) == ["finder.why.work_without_pay"]
