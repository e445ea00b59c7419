"""What a cost changes is the true difference of two computed returns, for many people and many costs."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from services.finder import Findings, Place, parse_case
from services.finder.changes import with_costs
from services.tax import Method, Note, Return, compute, parse_return
from tests.services.finder.cases import case, cost, found
from tests.services.tax.returns import oracle

WORK = {"purpose": "work", "used_privately": False}
OWNER = {"purpose": "business", "business_for": "owner", "used_privately": False}
CUSTOMERS = {"purpose": "business", "business_for": "customers_or_employees"}
SMALL = {"taxpayer_business": {"receipts_year_before": 90_000}}


def costs_of(year: int) -> list[dict[str, Any]]:
    day = {"spent_on": f"{year}-05-03"}
    return [
        cost("hearing_aids", 7_000, **day),
        cost("home_alarms", "649.99", **day),
        cost("interpreter", 3_100, **day, **WORK),
        cost("captioning", 1_900, **day, **OWNER),
        cost("headphones", 300, **day),
        cost("interpreter", 250, **day),
    ]


def outcome_with(return_: Return, findings: Findings, method: Method, *, leaving_out: int | None = None) -> int:
    """The refund with every cost that could be worked out, written onto the return by hand."""
    told = return_
    for place, one in enumerate(findings.findings):
        if one.effect.amount is not None and place != leaving_out:
            told = with_costs(told, [one.verdict])
    return compute(told, method=method).outcome


@pytest.mark.parametrize(("scenario", "method"), [*product(("wage", "itemizer", "self_employed", "retiree"), Method)])
def test_an_effect_is_the_difference_of_two_computed_returns(scenario: str, method: Method) -> None:
    for told in oracle(scenario)[:25]:
        return_ = parse_return(told)
        findings = found({"return": told, "expenses": costs_of(return_.tax_year)}, method=method)
        everything = outcome_with(return_, findings, method)
        for place, one in enumerate(findings.findings):
            if one.effect.amount is not None:
                without = outcome_with(return_, findings, method, leaving_out=place)
                assert one.effect.amount == everything - without, told["id"]
        assert findings.total.amount == everything - compute(return_, method=method).outcome
        assert compute(with_costs(return_, findings.counted), method=method).outcome == everything


@pytest.mark.parametrize("scenario", ["wage", "itemizer", "family", "ssdi"])
def test_a_medical_or_work_cost_never_lowers_a_refund(scenario: str) -> None:
    for told in oracle(scenario):
        findings = found({"return": told, "expenses": costs_of(told["tax_year"])})
        itemized = [one for one in findings.findings if one.verdict.place in (Place.MEDICAL, Place.WORK)]
        assert itemized
        assert all(one.effect.amount is None or one.effect.amount >= 0 for one in itemized), told["id"]


def test_every_cost_without_an_effect_says_why() -> None:
    for told in (*oracle("wage"), *oracle("self_employed")):
        findings = found({"return": told, "expenses": costs_of(told["tax_year"])}, method=Method.AS_FILED)
        assert all(one.effect.why for one in findings.findings if one.verdict.counted), told["id"]


def test_what_counts_nowhere_changes_nothing_and_is_no_secret() -> None:
    [one] = found(case(cost("headphones", 300), taxpayer={"age": 40, "wages": 60_000})).findings
    assert (one.effect.amount, one.effect.why) == (0, ())


def test_what_is_not_settled_is_not_counted() -> None:
    findings = found(case(cost("interpreter", 300), taxpayer={"age": 40, "wages": 60_000}))
    assert [reason.code for reason in findings.findings[0].effect.why] == ["finder.effect.unknown_not_settled"]
    assert (findings.findings[0].effect.amount, findings.total.amount) == (None, None)
    assert not findings.counted


def test_a_business_without_profit_is_placed_but_not_priced() -> None:
    findings = found(case(cost("captioning", 300, **OWNER), taxpayer={"age": 40, "wages": 60_000}))
    [one] = findings.findings
    assert (one.verdict.place, one.effect.amount) == (Place.BUSINESS, None)
    assert [reason.code for reason in one.effect.why] == ["finder.effect.unknown_no_profit"]


def test_a_spouse_s_business_cost_lowers_the_spouse_s_profit() -> None:
    joint: dict[str, Any] = {"filing_status": "married_joint", "taxpayer": {"age": 40, "wages": 60_000}}
    told = cost("captioning", 1_000, whose="spouse", **OWNER)
    findings = found(case(told, spouse={"age": 40, "self_employment_net_profit": 30_000}, **joint))
    assert findings.total.amount
    assert findings.total.amount > 141_00
    without_profit = found(case(told, spouse={"age": 40}, **joint))
    assert without_profit.total.amount is None


def test_a_return_that_can_t_be_worked_out_has_places_and_no_dollars() -> None:
    beyond = {"taxpayer": {"age": 40, "wages": 50_000}, "itemized": {"charity_noncash": 30_000}}
    findings = found(case(cost("hearing_aids", 900), cost("headphones", 90), **beyond))
    assert findings.unsupported
    assert [one.verdict.place for one in findings.findings] == [Place.MEDICAL, Place.NOWHERE]
    assert [reason.code for reason in findings.findings[0].effect.why] == [
        "finder.effect.unknown_not_computed",
        *findings.unsupported,
    ]
    assert findings.total.amount is None


def test_a_separate_filer_hears_when_the_standard_deduction_may_not_be_theirs() -> None:
    """IRC 63(c)(6)(A): not for somebody whose husband or wife itemizes."""
    apart = found(
        case(cost("hearing_aids", 9_000), taxpayer={"age": 40, "wages": 60_000}, filing_status="married_separate")
    )
    codes = [reason.code for reason in apart.findings[0].effect.why]
    assert codes == ["finder.effect.nothing_standard_higher", Note.SPOUSE_ITEMIZES]


def test_no_costs_change_nothing() -> None:
    findings = found(case(taxpayer={"age": 40, "wages": 60_000}))
    assert (findings.findings, findings.total.amount, findings.suggestions) == ((), 0, ())


@pytest.mark.parametrize(
    ("dollars", "before", "credit"),
    [(200, 0, 0), (4_250, 0, 2_000), (10_250, 0, 5_000), (20_000, 0, 5_000), (3_000, 9_250, 500), (500, 100, 175)],
)
def test_the_credit_for_access_is_not_deducted_too(dollars: int, before: int, credit: int) -> None:
    """Form 8826: half of what lies between 250 and 10,250, with what is on the return already."""
    business = {"taxpayer": {"age": 40, "self_employment_net_profit": 60_000}}
    expenditures = {"credits": {"disabled_access_expenditures": before}}
    read = parse_case(case(household=SMALL, **business, **expenditures))
    findings = found(case(cost("interpreter", dollars, **CUSTOMERS), household=SMALL, **business))
    after = with_costs(read.return_, [findings.findings[0].verdict])
    assert after.answer("credits.disabled_access_expenditures") == (before + dollars) * 100
    assert after.answer("taxpayer.self_employment_net_profit") == (60_000 - dollars + credit) * 100


def test_putting_costs_on_a_return_leaves_the_return_itself_alone() -> None:
    read = parse_case(case(taxpayer={"age": 40, "wages": 60_000}))
    verdict = found(case(cost("hearing_aids", 900))).findings[0].verdict
    assert with_costs(read.return_, [verdict]) != read.return_
    assert replace(read.return_) == parse_case(case(taxpayer={"age": 40, "wages": 60_000})).return_
