"""An estimate says everything that the partner did not say, and what the special deduction is really worth."""

from datetime import UTC, datetime
from typing import Any

import pytest

from services import words
from services.partners.questions import read_question
from services.partners.refunds import Estimate, estimate
from services.tax import NoResult, compute, parse_return

FEBRUARY = datetime(2026, 2, 3, 12, tzinfo=UTC)
BY_LAW_2025 = 15_750  # P.L. 119-21, section 70102: single, 2025
SPOKEN = {"filing_status": "single", "tax_year": 2025, "federal_income_tax_withheld": 5000}


def asked(**body: Any) -> Estimate:
    return estimate(read_question(body, now=FEBRUARY))


def said(found: Estimate) -> dict[str, str]:
    """The sentences by their codes."""
    return {str(remark.code): words.sentence(remark.code, **remark.values) for remark in found.remarks}


def test_every_default_that_was_used_is_named() -> None:
    sentences = said(asked(income_w2=52_000))
    assert "2025" in sentences["partner.note.default.tax_year"]
    assert "single" in sentences["partner.note.default.filing_status"]
    assert "$0" in sentences["partner.note.default.federal_income_tax_withheld"]
    assert "partner.note.wages_only" in sentences
    assert "partner.note.no_age" in sentences


def test_what_was_given_is_no_default() -> None:
    assert not [code for code in said(asked(income_w2=52_000, **SPOKEN)) if "default" in code]


def test_a_whole_return_says_what_left_out_fields_count_as() -> None:
    sentences = said(asked(**{"return": {"tax_year": 2025, "filing_status": "single"}}))
    assert "partner.note.left_out" in sentences
    assert "partner.note.wages_only" not in sentences


def test_a_spouse_who_was_not_named_is_said_to_have_no_income() -> None:
    assert "partner.note.spouse_without_income" in said(asked(income_w2=1, filing_status="married_joint"))


@pytest.mark.parametrize("given", [14_600, BY_LAW_2025 + 0.01, 0])
def test_a_standard_deduction_that_is_not_the_law_s_changes_nothing_and_is_said(given: float) -> None:
    found = asked(income_w2=52_000, deductions_standard=given, **SPOKEN)
    assert found.computed.outcome == asked(income_w2=52_000, **SPOKEN).computed.outcome
    assert "$15,750" in said(found)["partner.note.standard_not_used"]


def test_a_standard_deduction_that_is_the_law_s_needs_no_word() -> None:
    sentences = said(asked(income_w2=52_000, deductions_standard=f"{BY_LAW_2025}.00", **SPOKEN))
    assert "partner.note.standard_not_used" not in sentences


def test_a_special_deduction_below_the_standard_deduction_is_worth_nothing() -> None:
    found = asked(income_w2=52_000, special_deduction_amount=BY_LAW_2025, **SPOKEN)
    assert found.special_change == 0
    assert found.computed.outcome == asked(income_w2=52_000, **SPOKEN).computed.outcome
    sentences = said(found)
    assert "never added on top of the standard deduction" in sentences["partner.note.never_on_top"]
    assert "$15,750" in sentences["partner.note.standard_is_higher"]


def test_gifts_count_beside_the_standard_deduction_when_the_two_ways_are_compared() -> None:
    gifts = {"itemized": {"charity_cash": 1_000, "impairment_related_work_expenses": 16_300}}
    whole = {"tax_year": 2026, "filing_status": "single", "taxpayer": {"age": 40, "wages": 52_000}, **gifts}
    sentences = said(asked(**{"return": whole}))
    assert "$16,100 and $1,000" in sentences["partner.note.standard_and_gifts_are_higher"]


def test_a_special_deduction_above_it_is_worth_the_difference_of_two_returns() -> None:
    found = asked(income_w2=52_000, special_deduction_amount=20_000, **SPOKEN)
    without = asked(income_w2=52_000, **SPOKEN)
    assert found.special_change == found.computed.outcome - without.computed.outcome > 0
    assert "partner.note.special_helps" in said(found)


def test_beside_other_itemized_deductions_a_whole_return_is_asked_without_it() -> None:
    whole: dict[str, Any] = {
        "tax_year": 2025,
        "filing_status": "single",
        "taxpayer": {"age": 40, "wages": 90_000},
        "itemized": {"mortgage_interest": 16_000},
    }
    more = whole["itemized"] | {"impairment_related_work_expenses": 1_000}
    found = asked(**{"return": whole | {"itemized": more}})
    assert found.special_change == found.computed.outcome - compute(parse_return(whole)).outcome > 0


def test_without_income_a_large_special_deduction_changes_nothing_and_no_wrong_reason_is_given() -> None:
    found = asked(income_w2=0, special_deduction_amount=20_000, **SPOKEN)
    assert found.special_change == 0
    assert "partner.note.special_changes_nothing" in said(found)
    assert "partner.note.standard_is_higher" not in said(found)


def test_a_return_that_cannot_be_worked_out_without_it_has_an_estimate_all_the_same() -> None:
    """IRC 199A(d)(3): without the deduction the income of this lawyer is above the threshold."""
    lawyer: dict[str, Any] = {"tax_year": 2025, "filing_status": "single", "specified_service_trade": True}
    lawyer |= {"taxpayer": {"age": 40, "self_employment_net_profit": 240_000}}
    found = asked(**{"return": lawyer | {"itemized": {"impairment_related_work_expenses": 40_000}}})
    assert found.computed.outcome < 0
    assert found.special_change is None
    assert "partner.note.special_unknown" in said(found)


def test_without_a_special_deduction_there_is_no_word_about_it() -> None:
    assert not [code for code in said(asked(income_w2=52_000, special_deduction_amount=0)) if "special" in code]


def test_a_return_that_cannot_be_worked_out_has_no_estimate() -> None:
    a_child = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 16}}
    with pytest.raises(NoResult):
        asked(**{"return": a_child | {"income": {"taxable_interest": 9000}}})
