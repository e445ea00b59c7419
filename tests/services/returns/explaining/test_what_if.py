"""What if: each row is the engine's own result for the changed return, and what is not open is never computed."""

from typing import Any

import pytest

from db.values.returns import FilingStatus
from services import tax
from services.returns.explaining.what_if import WhatIf, what_ifs
from services.words import known

ROSA: dict[str, Any] = {
    "tax_year": 2025,
    "filing_status": "single",
    "taxpayer": {"age": 37, "wages": 31_200},
    "payments": {"federal_income_tax_withheld": 2_184},
}
WITH_CHILD = {**ROSA, "dependents": [{"age": 9}]}
WITH_HOME = {**ROSA, "itemized": {"mortgage_interest": 16_000, "real_estate_tax": 3_000}}


def computed(facts: dict[str, Any]) -> tax.Computed:
    """The engine's result for these facts."""
    return tax.compute(tax.parse_return(facts))


_SIGNER: dict[str, Any] = {
    "tax_year": 2025,
    "filing_status": "single",
    "taxpayer": {"age": 41, "self_employment_net_profit": 38_000},
}


def row(facts: dict[str, Any], code: str, *, one_more: int = 0) -> WhatIf:
    """One row of what if."""
    [found] = [one for one in what_ifs(computed(facts), one_more=one_more).computed if one.code == code]
    return found


def test_the_first_row_is_the_result_at_hand() -> None:
    at_hand = computed(ROSA)
    assert what_ifs(at_hand).computed[0] == WhatIf(
        "as_it_is", at_hand.outcome, 0, at_hand.line("1040.15").amount, at_hand.line("1040.24").amount
    )


def test_another_filing_status_is_the_return_with_that_status() -> None:
    changed = computed({**WITH_CHILD, "filing_status": "head_of_household"})
    assert row(WITH_CHILD, "head_of_household").outcome == changed.outcome
    assert row(WITH_CHILD, "head_of_household").gain == changed.outcome - computed(WITH_CHILD).outcome
    back = row({**WITH_CHILD, "filing_status": "head_of_household"}, "single")
    assert back.outcome == computed(WITH_CHILD).outcome


def test_head_of_household_is_never_computed_for_somebody_without_a_qualifying_person() -> None:
    told = what_ifs(computed(ROSA))
    assert "head_of_household" not in {one.code for one in told.computed}
    assert "what_if.closed.single" in told.closed


@pytest.mark.parametrize("status", ["married_joint", "married_separate"])
def test_married_people_are_told_that_we_do_not_know_what_is_whose(status: str) -> None:
    spouse = {"spouse": {"age": 40}} if status == "married_joint" else {}
    told = what_ifs(computed({**ROSA, **spouse, "filing_status": status}))
    assert f"what_if.closed.{status}" in told.closed
    assert not {"single", "head_of_household"} & {one.code for one in told.computed}


def test_itemizing_where_the_standard_deduction_is_better_leaves_more_taxed() -> None:
    facts = {**ROSA, "itemized": {"mortgage_interest": 6_000}}
    found = row(facts, "itemize")
    assert found.taxable == (31_200 - 6_000) * 100
    assert found.gain is not None
    assert found.gain < 0


def test_the_standard_deduction_where_itemizing_is_better_is_the_return_without_those_costs() -> None:
    found = row(WITH_HOME, "standard")
    assert found.outcome == computed(ROSA).outcome
    assert found.gain is not None
    assert found.gain < 0


def test_who_told_no_costs_is_told_so_instead_of_an_empty_row() -> None:
    told = what_ifs(computed(ROSA))
    assert "what_if.closed.nothing_to_itemize" in told.closed


def test_one_more_cost_is_a_medical_cost_on_top() -> None:
    facts = {**WITH_HOME, "itemized": {**WITH_HOME["itemized"], "medical_expenses": 1_000}}
    more = {**facts, "itemized": {**facts["itemized"], "medical_expenses": 6_000}}
    assert row(facts, "one_more_medical", one_more=5_000_00).outcome == computed(more).outcome
    assert not [one for one in what_ifs(computed(facts)).computed if one.code.startswith("one_more")]


def test_one_more_cost_for_a_job_counts_whole_for_who_itemizes_and_has_pay() -> None:
    more = {**WITH_HOME, "itemized": {**WITH_HOME["itemized"], "impairment_related_work_expenses": 5_000}}
    assert row(WITH_HOME, "one_more_work", one_more=5_000_00).outcome == computed(more).outcome
    without_pay = what_ifs(computed(_SIGNER), one_more=5_000_00).computed
    assert "one_more_work" not in {one.code for one in without_pay}


def test_one_more_cost_of_a_business_lowers_its_profit_and_a_part_of_access_is_a_credit() -> None:
    less = {**_SIGNER, "taxpayer": {"age": 41, "self_employment_net_profit": 33_000}}
    assert row(_SIGNER, "one_more_business", one_more=5_000_00).outcome == computed(less).outcome
    credit = (5_000 - 250) // 2  # 50% of what is above $250: IRC 44(a)
    taken = {"age": 41, "self_employment_net_profit": 38_000 - (5_000 - credit)}
    access = {**_SIGNER, "taxpayer": taken, "credits": {"disabled_access_expenditures": 5_000}}
    assert row(_SIGNER, "one_more_access", one_more=5_000_00).outcome == computed(access).outcome


def test_a_cost_above_the_profit_takes_it_to_zero_and_makes_no_loss() -> None:
    nothing = {**_SIGNER, "taxpayer": {"age": 41, "self_employment_net_profit": 0}}
    assert row(_SIGNER, "one_more_business", one_more=90_000_00).outcome == computed(nothing).outcome


def test_the_next_years_law_takes_the_same_answers_and_says_where_there_is_none() -> None:
    assert row(ROSA, "next_year").outcome == computed({**ROSA, "tax_year": 2026}).outcome
    assert "what_if.closed.next_year" in what_ifs(computed({**ROSA, "tax_year": 2026})).closed


def test_a_change_that_the_engine_cannot_work_out_has_no_amounts_and_says_why() -> None:
    things_given = {**ROSA, "itemized": {"charity_noncash": 10_000}}  # above a share of the income, that is not asked
    found = row(things_given, "itemize")
    assert found.refused == (tax.Unsupported.CHARITY,)
    assert (found.outcome, found.gain, found.taxable, found.tax) == (None, None, None, None)


def test_the_return_at_hand_is_left_as_it_was() -> None:
    at_hand = computed(WITH_CHILD)
    before = dict(at_hand.given.answers)
    what_ifs(at_hand, one_more=5_000_00)
    assert at_hand.given.answers == before


def test_every_status_has_words_for_why_another_one_is_not_computed() -> None:
    alone = {FilingStatus.HEAD_OF_HOUSEHOLD}  # single is open to them
    assert all(known(f"what_if.closed.{status}") for status in {*FilingStatus} - alone)
