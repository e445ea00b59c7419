"""What is more often a slip than true is kept, and asked about beside its field."""

import pytest

from db.values.returns import FilingStatus
from services import words
from services.returns.answers import Answers
from services.returns.consistency import second_looks
from services.returns.consistency.second_looks import CODES

WITHHELD = "payments.federal_income_tax_withheld"


def _looks(**told: object) -> dict[str, str]:
    return second_looks(Answers.model_validate(told))


def test_tax_above_all_income_is_asked_about() -> None:
    payments = {"federal_income_tax_withheld": 218400}
    assert _looks(taxpayer={"wages": 31200}, payments=payments) == {WITHHELD: "second_look.withheld"}
    assert not _looks(taxpayer={"wages": 31200}, payments={"federal_income_tax_withheld": 2184})
    assert not _looks(taxpayer={"wages": 31200}, income={"taxable_pensions": 405600}, payments=payments)


@pytest.mark.parametrize("path", [WITHHELD, "itemized.state_local_income_tax"])
def test_taxes_of_more_than_half_of_all_income_are_asked_about(path: str) -> None:
    part, _, name = path.partition(".")
    assert path in _looks(taxpayer={"wages": 20000}, **{part: {name: 10001}})
    assert not _looks(taxpayer={"wages": 20000}, **{part: {name: 10000}})


def test_nobody_is_asked_before_they_came_to_the_other_answer() -> None:
    assert not _looks(payments={"federal_income_tax_withheld": 2184})
    assert not _looks(special_deductions={"qualified_tips": 2184})


def test_the_pay_of_a_spouse_counts_only_on_a_joint_return() -> None:
    told = {"taxpayer": {"wages": 100}, "spouse": {"wages": 900}, "payments": {"federal_income_tax_withheld": 500}}
    assert not _looks(**told, filing_status=FilingStatus.MARRIED_JOINT)
    assert WITHHELD in _looks(**told, filing_status=FilingStatus.SINGLE)


def test_a_loss_does_not_make_an_amount_look_odd() -> None:
    payments = {"federal_income_tax_withheld": 2184}
    assert not _looks(taxpayer={"wages": 31200}, income={"long_term_capital_gain": -60000}, payments=payments)


@pytest.mark.parametrize(
    ("part", "name", "code"),
    [
        ("special_deductions", "qualified_tips", "second_look.tips"),
        ("special_deductions", "qualified_overtime", "second_look.overtime"),
    ],
)
def test_a_part_of_pay_that_is_more_than_the_pay_is_asked_about(part: str, name: str, code: str) -> None:
    assert _looks(taxpayer={"wages": 20000}, **{part: {name: 20001}}) == {f"{part}.{name}": code}
    assert not _looks(taxpayer={"wages": 20000}, **{part: {name: 20000}})


@pytest.mark.parametrize("who", ["taxpayer", "spouse"])
def test_savings_above_all_pay_are_asked_about(who: str) -> None:
    """Box 1 is without what was saved, so the pay is what box 5 says; each of two may save from the pay of one."""
    path, name, joint = f"credits.retirement_contributions_{who}", f"retirement_contributions_{who}", "married_joint"
    looks = {path: "second_look.saved"}
    assert _looks(filing_status=joint, taxpayer={"wages": 31200}, credits={name: 90000}) == looks
    assert not _looks(filing_status=joint, taxpayer={"wages": 31200}, credits={name: 31200})
    assert not _looks(filing_status=joint, credits={name: 90000})
    form = {"whose": "taxpayer", "box_1": 6000, "box_5": 12000}
    assert not _looks(forms={"w2": [form]}, filing_status=joint, credits={name: 11000})


def test_disability_income_is_a_part_of_wages_or_pensions() -> None:
    disabled = {"taxable_disability_income": 9000}
    assert _looks(taxpayer=disabled) == {"taxpayer.taxable_disability_income": "second_look.disability_income"}
    assert not _looks(taxpayer=disabled, income={"taxable_pensions": 9000})
    assert not _looks(taxpayer={**disabled, "wages": 9000})


@pytest.mark.parametrize("code", CODES)
def test_every_question_beside_a_field_has_words(code: str) -> None:
    assert words.known(code)


@pytest.mark.parametrize(
    ("benefits", "status", "is_asked"),
    [
        (1_440_000, FilingStatus.SINGLE, True),
        (62_173, FilingStatus.SINGLE, True),
        (62_172, FilingStatus.SINGLE, False),
        (62_173, FilingStatus.MARRIED_JOINT, False),
        (14_400, FilingStatus.SINGLE, False),
    ],
)
def test_benefits_typed_as_one_total_without_a_point_are_asked_about(
    benefits: int, status: FilingStatus, *, is_asked: bool
) -> None:
    looks = _looks(filing_status=status, income={"social_security_benefits": benefits})
    assert looks == ({"income.social_security_benefits": "second_look.benefits"} if is_asked else {})
