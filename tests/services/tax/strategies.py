"""Random returns of every kind, in whole dollars: what hypothesis draws from."""

from typing import Any

from hypothesis import strategies as st

from db.values.returns import FilingStatus

HIGHEST = (9_000, 30_000, 90_000, 250_000, 900_000)


@st.composite
def returns(draw: st.DrawFn) -> dict[str, Any]:
    """A whole return. Its amounts go with each other: somebody earns little or much, and everything else follows."""
    status, top = draw(st.sampled_from(FilingStatus)), draw(st.sampled_from(HIGHEST))
    joint = status is FilingStatus.MARRIED_JOINT
    dividends = draw(_some(top // 3))
    return {
        "tax_year": draw(st.sampled_from((2025, 2026))),
        "filing_status": status.value,
        "lived_apart_all_year": status is FilingStatus.MARRIED_SEPARATE and draw(st.booleans()),
        "taxpayer": draw(_adult(top)),
        "spouse": draw(_adult(top)) if joint else None,
        "dependents": draw(st.lists(_dependent(), max_size=4)),
        "income": {
            "taxable_interest": draw(_some(top // 6)),
            "ordinary_dividends": dividends,
            "qualified_dividends": draw(st.integers(0, dividends)),
            "short_term_capital_gain": draw(_some(top // 4, lowest=-top // 6)),
            "long_term_capital_gain": draw(_some(top // 2, lowest=-top // 6)),
            "taxable_pensions": draw(_some(top // 2)),
            "social_security_benefits": draw(_some(45_000)),
        },
        "adjustments": {"hsa_deduction": draw(_some(4_000)), "student_loan_interest_paid": draw(_some(3_000))},
        "itemized": {
            "medical_expenses": draw(_some(top // 4)),
            "state_local_income_tax": draw(_some(top // 8)),
            "mortgage_interest": draw(_some(top // 5)),
            "charity_cash": draw(_some(top // 8)),
            "impairment_related_work_expenses": draw(_some(top // 8)),
        },
        "special_deductions": {
            "qualified_tips": draw(_some(30_000)),
            "qualified_overtime": draw(_some(15_000)),
            "car_loan_interest": draw(_some(12_000)),
        },
        "credits": {
            "dependent_care_expenses": draw(_some(9_000)),
            "american_opportunity_expenses": draw(st.lists(st.integers(0, 6_000), max_size=2)),
            "lifetime_learning_expenses": draw(_some(12_000)),
            "retirement_contributions_taxpayer": draw(_some(4_000)),
            "disabled_access_expenditures": draw(_some(12_000)),
        },
        "payments": {"federal_income_tax_withheld": draw(_some(top // 4))},
    }


def _some(top: int, lowest: int = 0) -> st.SearchStrategy[int]:
    """Often nothing, as on most returns."""
    return st.one_of(st.just(0), st.integers(lowest, top))


def _adult(top: int) -> st.SearchStrategy[dict[str, Any]]:
    fields = {
        "age": st.integers(24, 90),
        "blind": st.booleans(),
        "wages": _some(top),
        "self_employment_net_profit": _some(top),
    }
    return st.fixed_dictionaries(fields)


def _dependent() -> st.SearchStrategy[dict[str, Any]]:
    fields = {"age": st.integers(0, 60), "full_time_student": st.booleans(), "permanently_disabled": st.booleans()}
    return st.fixed_dictionaries(fields)
