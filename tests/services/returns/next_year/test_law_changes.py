"""What changed in the law for one person: each change alone, by the engine, and only what touches them."""

from dataclasses import fields
from typing import Any

import pytest

from db.values.returns import FilingStatus
from services import tax
from services.returns.next_year.law_changes import CHANGES, LawChange, law_changes
from services.returns.next_year.own_figures import OF_ONE_PERSON
from services.tax.law import figures_of
from services.words import known

ROSA: dict[str, Any] = {
    "tax_year": 2025,
    "filing_status": "single",
    "taxpayer": {"age": 37, "wages": 31_200},
    "payments": {"federal_income_tax_withheld": 2_184},
}


def changes(**told: Any) -> dict[str, LawChange]:
    """The changes that touch somebody with these facts, by their code."""
    found = law_changes(tax.compute(tax.parse_return(ROSA | told)))
    assert found
    return {each.code: each for each in found.changes}


def _differ(figure: str, years: tuple[int, int]) -> bool:
    topic, name = figure.split(".")
    then, now = (figures_of(year)[topic][name] for year in years)
    return any(then.get(each, then["value"]) != now.get(each, now["value"]) for each in ("value", *FilingStatus))


@pytest.mark.parametrize("years", list(zip(tax.YEARS, tax.YEARS[1:], strict=False)))
def test_every_figure_that_differs_between_two_years_stands_in_one_change(years: tuple[int, int]) -> None:
    topics = [field.name for field in fields(tax.Law) if isinstance(figures_of(years[1])[field.name], dict)]
    written = {f"{topic}.{name}" for topic in topics for name in figures_of(years[1])[topic]}
    differing = {each for each in written if _differ(each, years)}
    listed = [figure for figures in CHANGES.values() for figure in figures]
    assert len(listed) == len(set(listed))
    assert differing == set(listed)


def test_every_change_has_words() -> None:
    assert [code for code in CHANGES if not known(f"law_change.{code}")] == []


def test_somebody_with_wages_is_touched_by_the_deduction_and_the_steps_and_by_nothing_else() -> None:
    found = changes()
    assert found.keys() == {"standard_deduction", "tax_steps"}
    deduction = found["standard_deduction"]
    assert deduction.figures == ("$15,750", "$16,100")
    assert (deduction.before, deduction.after) == (15_750_00, 16_100_00)
    assert deduction.gain == 42_00  # 12% of 350 dollars
    assert deduction.sources == ("IRC 63(c); P.L. 119-21 sec. 70102; Rev. Proc. 2025-32",)
    steps = found["tax_steps"]
    assert steps.figures == ("$11,925", "$12,400")  # her highest step begins there
    assert steps.gain == 10_00  # 475 dollars at 10% instead of 12%, rounded by the Tax Table


def test_the_whole_difference_is_that_of_the_two_computed_returns() -> None:
    last = tax.compute(tax.parse_return(ROSA))
    found = law_changes(last)
    assert found
    assert found.now.outcome == tax.compute(tax.parse_return(ROSA | {"tax_year": 2026})).outcome
    assert found.then is last


def test_a_gift_touches_who_does_not_itemize_and_a_floor_who_does() -> None:
    gift = changes(itemized={"charity_cash": 600})
    assert gift["gifts_without_itemizing"].figures == ("$0", "$1,000")
    assert "gifts" not in gift
    itemizes = changes(itemized={"charity_cash": 600, "mortgage_interest": 20_000})
    assert itemizes["gifts"].figures == ("0%", "0.5%")
    assert itemizes["gifts"].gain < 0
    assert "gifts_without_itemizing" not in itemizes
    assert "standard_deduction" not in itemizes


def test_the_figures_are_those_of_the_filing_status() -> None:
    joint = changes(filing_status="married_joint", spouse={"age": 40})
    assert joint["standard_deduction"].figures == ("$31,500", "$32,200")


FAMILY: dict[str, Any] = {
    "filing_status": "head_of_household",
    "dependents": [{"age": 5}],
    "credits": {"dependent_care_expenses": 3_000},
}


@pytest.mark.parametrize(("wages", "figures"), [(34_500, ("25%", "40%")), (60_000, ("20%", "35%"))])
def test_a_family_with_care_reads_of_its_own_share(wages: int, figures: tuple[str, str]) -> None:
    care = changes(**FAMILY, taxpayer={"age": 37, "wages": wages})["care"]
    assert care.figures == figures
    share = (int(each.removesuffix("%")) for each in figures)
    assert (care.before, care.after) == tuple(3_000 * each for each in share)  # cents: a percent of the dollars


@pytest.mark.parametrize(
    ("children", "figures"), [(0, ("$649", "$664")), (1, ("$4,328", "$4,427")), (4, ("$8,046", "$8,231"))]
)
def test_the_earned_income_credit_is_that_of_their_children(children: int, figures: tuple[str, str]) -> None:
    told = changes(dependents=[{"age": 5}] * children, taxpayer={"age": 37, "wages": 20_000 if children else 9_000})
    assert told["earned_income_credit"].figures == figures


def test_who_moves_into_another_step_of_the_savers_credit_reads_both_shares() -> None:
    told = changes(credits={"retirement_contributions_taxpayer": 1_000}, taxpayer={"age": 37, "wages": 24_000})
    assert told["saving"].figures == ("20%", "50%")
    none = changes(credits={"retirement_contributions_taxpayer": 1_000}, taxpayer={"age": 37, "wages": 40_000})
    assert none["saving"].figures == ("0%", "10%")


def test_with_a_high_income_the_limits_are_what_is_left_of_them() -> None:
    told = changes(
        taxpayer={"age": 50, "wages": 590_000}, itemized={"real_estate_tax": 60_000, "mortgage_interest": 20_000}
    )
    assert told["state_tax"].figures == ("$13,000", "$14,900")  # 30% of what is above 500,000 or 505,000 is gone
    assert (told["state_tax"].before, told["state_tax"].after) == (13_000_00, 14_900_00)
    assert told["tax_steps"].figures == ("$250,525", "$256,225")


def test_of_several_limits_the_one_that_touches_them_is_named() -> None:
    rich = changes(taxpayer={"age": 37, "wages": 100_000}, income={"long_term_capital_gain": 700_000})
    assert rich["gains"].figures == ("$533,400", "$545,500")
    assert changes(income={"long_term_capital_gain": 60_000})["gains"].figures == ("$48,350", "$49,450")


def test_a_change_of_which_the_law_has_a_list_has_a_figure_for_one_person() -> None:
    lists = [code for code, paths in CHANGES.items() if all(map(_is_list, paths))]
    assert lists == ["tax_steps", "earned_income_credit", "saving"]
    assert {*lists} <= OF_ONE_PERSON.keys() <= CHANGES.keys()


def _is_list(path: str) -> bool:
    topic, name = path.split(".")
    return isinstance(figures_of(2026)[topic][name]["value"], list)


def test_the_last_year_whose_law_is_known_has_no_next_one() -> None:
    assert law_changes(tax.compute(tax.parse_return(ROSA | {"tax_year": max(tax.YEARS)}))) is None


def test_what_cannot_be_worked_out_is_not_compared() -> None:
    assert law_changes(tax.compute(tax.parse_return(ROSA | {"situations": ["farm"]}))) is None
