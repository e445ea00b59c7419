"""What changed in the law for one person: each change alone, by the engine, and only what touches them."""

from dataclasses import fields
from typing import Any

import pytest

from db.values.returns import FilingStatus
from services import tax
from services.returns.next_year.law_changes import CHANGES, LawChange, law_changes
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
    assert steps.figures == ("", "")
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


def test_a_family_with_care_reads_of_the_higher_share() -> None:
    care = changes(
        filing_status="head_of_household", dependents=[{"age": 5}], credits={"dependent_care_expenses": 3_000}
    )
    assert care["care"].figures == ("35%", "50%")


def test_the_last_year_whose_law_is_known_has_no_next_one() -> None:
    assert law_changes(tax.compute(tax.parse_return(ROSA | {"tax_year": max(tax.YEARS)}))) is None


def test_what_cannot_be_worked_out_is_not_compared() -> None:
    assert law_changes(tax.compute(tax.parse_return(ROSA | {"situations": ["farm"]}))) is None
