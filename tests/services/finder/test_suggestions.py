"""What would help is said only when two computed returns show a gain."""

from datetime import date
from typing import Any

from services.finder import Suggestion
from services.tax import Method
from tests.services.finder.cases import NOVEMBER, case, cost, found
from tests.services.tax.returns import oracle

WORKER: dict[str, Any] = {"taxpayer": {"age": 40, "wages": 60_000}}
ITEMIZER: dict[str, Any] = WORKER | {"itemized": {"state_local_income_tax": 8_000, "mortgage_interest": 9_000}}
NEXT_MAY = {"spent_on": "2026-05-03"}
HDHP = {"health_plan": "high_deductible_self"}
AIDS, PLANNED = cost("hearing_aids", 6_000), cost("cochlear_implant", 6_000, **NEXT_MAY)


def suggested(told: dict[str, Any], today: date = NOVEMBER) -> dict[str, Suggestion]:
    return {one.what.code.rpartition(".")[2]: one for one in found(told, today=today).suggestions}


def test_two_years_of_medical_costs_help_more_in_one() -> None:
    """Each year alone: 1,500 above the floor at 12%, twice 180. Together 7,500 above it: 900."""
    one = suggested(case(AIDS, PLANNED, **ITEMIZER))["pay_earlier"]
    assert one.gain == 540_00
    assert one.what.amounts == {"amount": 6_000_00, "gain": 540_00}
    assert [reason.code for reason in one.assuming] == [
        "finder.assuming.same_next_year",
        "finder.assuming.care_in_that_year",
    ]


def test_costs_still_to_come_this_year_can_wait_for_the_next() -> None:
    december = cost("hearing_aids", 6_000, spent_on="2025-12-20")
    assert suggested(case(december, PLANNED, **ITEMIZER))["pay_later"].gain == 540_00


def test_two_ideas_for_the_same_costs_are_not_to_be_added_up() -> None:
    december = cost("hearing_aids", 6_000, spent_on="2025-12-20")
    ideas = suggested(case(december, PLANNED, **ITEMIZER))
    assert set(ideas) == {"pay_earlier", "pay_later"}
    assert all(one.assuming[-1].code == "finder.assuming.not_together" for one in ideas.values())


def test_bunching_is_not_suggested_where_the_standard_deduction_stays_higher() -> None:
    assert suggested(case(AIDS, PLANNED, **WORKER)) == {}


def test_what_is_paid_already_can_t_be_moved() -> None:
    assert suggested(case(AIDS, PLANNED, **ITEMIZER), today=date(2026, 1, 1)) == {}


def test_driving_and_work_are_not_moved() -> None:
    trips = cost("medical_driving", miles=30_000, **NEXT_MAY)
    interpreter = cost("interpreter", 9_000, purpose="work", used_privately=False, **NEXT_MAY)
    assert suggested(case(AIDS, trips, interpreter, **ITEMIZER)) == {}


def test_after_the_newest_law_that_law_is_used_and_said() -> None:
    costs = cost("hearing_aids", 6_000, spent_on="2026-05-03"), cost("hearing_aids", 6_000, spent_on="2027-05-03")
    one = suggested(case(*costs, tax_year=2026, **ITEMIZER), today=date(2026, 11, 30))["pay_earlier"]
    assert one.gain == 540_00
    [law] = [reason for reason in one.assuming if reason.code == "finder.assuming.law_of"]
    assert law.figures == {"year": "2027", "known": "2026"}


def test_an_hsa_helps_those_who_do_not_itemize() -> None:
    """3,000 less income at 12%."""
    one = suggested(case(cost("hearing_aids", 3_000), household=HDHP, **WORKER))["use_hsa"]
    assert (one.what.amounts["amount"], one.gain) == (3_000_00, 360_00)


def test_an_hsa_takes_no_more_than_the_limit_less_what_is_in_it() -> None:
    """4,300 - 1,000 from the employer - 2,300 already on the return."""
    own = {"adjustments": {"hsa_deduction": 2_300}}
    told = case(cost("hearing_aids", 3_000), household=HDHP | {"hsa_paid_in": 1_000}, **WORKER, **own)
    assert suggested(told)["use_hsa"].what.amounts["amount"] == 1_000_00


def test_an_hsa_is_not_suggested_to_those_whom_it_does_not_help() -> None:
    aids = cost("hearing_aids", 3_000)
    assert suggested(case(aids, **WORKER)) == {}
    assert suggested(case(aids, household=HDHP, taxpayer={"age": 40, "wages": 9_000})) == {}
    claimed = {"age": 40, "wages": 60_000, "can_be_claimed_as_dependent": True}
    assert suggested(case(aids, household=HDHP, taxpayer=claimed)) == {}
    assert suggested(case(aids, household=HDHP | {"hsa_paid_in": 4_300}, **WORKER)) == {}


def test_money_for_last_year_goes_into_an_hsa_until_the_return_is_due() -> None:
    told = case(cost("hearing_aids", 3_000), household=HDHP, **WORKER)
    assert "use_hsa" in suggested(told, today=date(2026, 4, 15))
    assert suggested(told, today=date(2026, 4, 16)) == {}


def test_an_fsa_at_work_pays_next_year_s_plans_before_tax() -> None:
    """2,000 less pay at 12%."""
    planned = cost("hearing_aids", 2_000, **NEXT_MAY)
    one = suggested(case(planned, household={"fsa_at_work": True}, **WORKER))["use_fsa"]
    assert (one.what.amounts["amount"], one.gain) == (2_000_00, 240_00)


def test_an_fsa_has_a_limit_and_is_not_for_people_with_an_hsa_plan() -> None:
    planned = cost("hearing_aids", 9_000, **NEXT_MAY)
    household = {"fsa_at_work": True, "fsa_chosen": 400}
    one = suggested(case(planned, household=household, **WORKER))["use_fsa"]
    assert one.what.amounts["amount"] == 3_000_00
    assert "use_fsa" not in suggested(case(planned, household=household | HDHP, **WORKER))
    assert "use_fsa" not in suggested(case(planned, household=household, **WORKER), today=date(2026, 1, 1))


def test_nothing_is_suggested_without_a_gain() -> None:
    """Whoever the person is, and however the return is rounded."""
    for told in (*oracle("wage"), *oracle("itemizer"), *oracle("ssdi")):
        year = told["tax_year"]
        costs = [cost("hearing_aids", 7_000, spent_on=f"{at}-12-20") for at in (year, year + 1)]
        asked = {"return": told, "expenses": costs, "household": {"fsa_at_work": True}}
        findings = found(asked, today=date(year, 11, 30), method=Method.AS_FILED)
        assert all(one.gain > 0 for one in findings.suggestions), told["id"]
        gains = [one.gain for one in findings.suggestions]
        assert gains == sorted(gains, reverse=True)
