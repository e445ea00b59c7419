"""What income does to a credit is told at its line, with the figures of the law."""

from typing import Any

import pytest

from services import tax
from services.tax import Computed
from tests.services.tax.returns import oracle
from ui.estimate.lines.worked_out import worked_out_in_words

CHILD, EIC = "8812.11", "1040.27a"


def _computed(wages: int, *ages: int, **fields: Any) -> Computed:
    told: dict[str, Any] = {
        "tax_year": 2025,
        "filing_status": "head_of_household",
        "taxpayer": {"age": 40, "wages": wages},
    }
    return tax.compute(tax.parse_return(told | {"dependents": [{"age": age} for age in ages]} | fields))


def test_what_the_child_tax_credit_loses_is_told_by_steps_of_income() -> None:
    """10,400 above it are eleven thousands, the last of them begun."""
    assert worked_out_in_words(_computed(210_400, 6, 9), CHILD) == (
        "Your income is $210,400. That is $10,400 above $200,000.",
        "Each $1,000 above that, or a part of it, takes $50 off the credit. Together that is $550.",
    )
    assert not worked_out_in_words(_computed(200_000, 6, 9), CHILD)


@pytest.mark.parametrize(
    ("wages", "ages", "words"),
    [
        (6_000, (), ("Without a child, this credit is at most $649.", "It grows with what you earn. You do not")),
        (15_000, (6,), ("With one child, this credit is at most $4,328.", "You get all of it.")),
        (
            40_000,
            (6, 9),
            (
                "With two children, this credit is at most $7,152.",
                "It shrinks with an income above $23,350. Yours is $40,000.",
            ),
        ),
        (40_000, (6, 9, 2, 4), ("With three children or more, this credit is at most $8,046.", "It shrinks with")),
    ],
)
def test_the_earned_income_credit_says_its_most_and_why_it_is_less(
    wages: int, ages: tuple[int, ...], words: tuple[str, str]
) -> None:
    most, why = worked_out_in_words(_computed(wages, *ages), EIC)
    assert most == words[0]
    assert why.startswith(words[1])


def test_other_income_shrinks_it_too_and_nothing_is_told_of_no_credit() -> None:
    pension = _computed(15_000, 6, income={"taxable_pensions": 20_000})
    assert worked_out_in_words(pension, EIC)[1].endswith("Yours is $35,000.")
    assert not worked_out_in_words(_computed(90_000, 6), EIC)


def test_who_gets_less_than_the_most_is_always_told_why() -> None:
    for case in oracle("family"):
        computed = tax.compute(tax.parse_return(case))
        if told := worked_out_in_words(computed, EIC):
            most = f"${computed.line(EIC).amount // 100:,}."
            assert told[0].endswith(most) == (told[1] == "You get all of it."), case["id"]
