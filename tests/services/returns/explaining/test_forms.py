"""What a person copies on paper: every filled line of every form that has to be sent, and nothing of the others."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from services import tax
from services.returns.answers import Answers
from services.returns.answers.amounts import Payments
from services.returns.answers.forms import W2, Forms, InterestForm, SocialSecurityForm
from services.returns.explaining.filled_lines import FORM
from services.returns.explaining.forms import Kind, PaperForm, forms_to_send
from services.tax import Computed, LineResult
from tests.services.tax.returns import SCENARIOS, oracle

A = "Schedule A (Form 1040)"
B = "Schedule B (Form 1040)"
PAYROLL_PART = ("8812.21", "8812.25")
NEEDED_WITH: Mapping[str, tuple[str, ...]] = {
    A: ("schedule_a.17",),
    "Schedule 1-A (Form 1040)": ("1040.13b",),
    "Schedule R (Form 1040)": ("schedule_3.6d",),
    "Schedule SE (Form 1040)": ("schedule_2.4",),
    "Schedule 8812 (Form 1040)": ("1040.19", "1040.28"),
    "Form 2106": ("schedule_a.17",),
    "Form 2441": ("schedule_3.2",),
    "Form 3800": ("8826.8",),
    "Form 6251": ("schedule_2.2",),
    "Form 8863": ("schedule_3.3", "1040.29"),
    "Form 8880": ("schedule_3.4",),
    "Form 8960": ("schedule_2.12",),
    "Form 8995": ("1040.13a",),
}
"""Forms that the engine fills for everybody, with the lines for which a person sends them."""
SUMS = [
    (A, "4", ("1", "-3")),
    (A, "5d", ("5a", "5b")),
    (A, "14", ("11", "12")),
    (A, "17", ("4", "7", "10", "14", "16")),
    ("Schedule 1 (Form 1040)", "10", ("3", "7")),
    ("Schedule 1 (Form 1040)", "26", ("11", "13", "15", "20", "21")),
    ("Schedule 1-A (Form 1040)", "13", ("7", "-12")),
    ("Schedule 1-A (Form 1040)", "21", ("15", "-20")),
    ("Schedule 1-A (Form 1040)", "30", ("24", "-29")),
    ("Schedule 1-A (Form 1040)", "37", ("36a", "36b")),
    ("Schedule 1-A (Form 1040)", "38", ("13", "21", "30", "37")),
    ("Schedule 2 (Form 1040)", "21", ("4", "11", "12")),
    ("Schedule 3 (Form 1040)", "7", ("6a", "6d")),
    ("Schedule 3 (Form 1040)", "8", ("2", "3", "4", "7")),
    ("Schedule SE (Form 1040)", "12", ("10", "11")),
    ("Schedule 8812 (Form 1040)", "12", ("8", "-11")),
    ("Form 1040", "9", ("1z", "2b", "3b", "4b", "5b", "6b", "7a", "8")),
    ("Form 1040", "14", ("12e", "13a", "13b")),
    ("Form 1040", "18", ("16", "17")),
    ("Form 1040", "21", ("19", "20")),
    ("Form 1040", "22", ("18", "-21")),
    ("Form 1040", "24", ("22", "23")),
    ("Form 1040", "33", ("25d", "26", "32")),
]


def _computed(**fields: Any) -> Computed:
    usual = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 40, "wages": 60_000}}
    return tax.compute(tax.parse_return(usual | fields))


def _dollars(form: PaperForm) -> dict[str, int]:
    return {each.number: each.value // 100 for each in form.lines if each.kind is Kind.DOLLARS}


def _by_name(computed: Computed) -> dict[str, dict[str, int]]:
    return {form.name: _dollars(form) for form in forms_to_send(computed)}


def _is_not_asked(line: LineResult, computed: Computed) -> bool:
    """Why a filled line of the engine stands on nothing that this person sends."""
    if not line.number or "Worksheet" in line.form:
        return True
    if line.form == B:
        return max(computed.line(name).amount for name in ("schedule_b.4", "schedule_b.6")) <= 1_500_00
    if line.form in NEEDED_WITH and not any(computed.line(name).amount for name in NEEDED_WITH[line.form]):
        return True
    left = computed.line("8812.12").amount - computed.line("1040.19").amount
    if line.id.startswith("8812.") and line.place[0] >= 17:
        children = sum(one.age < 17 for one in computed.given.answer("dependents"))
        return not left or not children or (line.id in PAYROLL_PART and children < 3)
    if line.id.startswith("schedule_se.8a"):
        return "social_security_wages" not in " ".join(computed.given.given())
    return line.id in {"schedule_se.6", "2441.5", "8812.14.others", "8812.14.children"}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_filled_line_of_a_form_that_is_sent_is_left_out(scenario: str) -> None:
    for case in oracle(scenario):
        computed = tax.compute(tax.parse_return(case))
        told = {(form.name, each.number, each.value) for form in forms_to_send(computed) for each in form.lines}
        lines = [line for line in computed.lines if line.amount and not _is_not_asked(line, computed)]
        left_out = [line.id for line in lines if (line.form, line.number, line.amount) not in told]
        by_earnings = computed.line("8812.20").amount >= computed.line("8812.17").amount
        assert [name for name in left_out if not (name in PAYROLL_PART and by_earnings)] == [], case["id"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_is_copied_adds_up_as_the_forms_say(scenario: str) -> None:
    for case in oracle(scenario):
        if case["tax_year"] == 2026:  # a share of income comes off gifts, and the form is not out
            continue
        forms = _by_name(tax.compute(tax.parse_return(case)))
        for name, total, parts in SUMS:
            if name in forms:
                amounts = forms[name]
                parted = sum(amounts.get(part.lstrip("-"), 0) * (-1 if part < "0" else 1) for part in parts)
                assert amounts.get(total, 0) == max(0, parted) or (name, total) == ("Form 1040", "9"), (
                    case["id"],
                    name,
                    total,
                )


def test_schedule_a_has_each_of_its_lines() -> None:
    """AGI 60,000: 7.5% is 4,500. 4: 6,000 - 4,500; 17: 1,500 + 11,000 + 9,000 + 1,500 + 2,400."""
    itemized = {
        "medical_expenses": 6_000,
        "state_local_income_tax": 8_000,
        "real_estate_tax": 3_000,
        "mortgage_interest": 9_000,
        "charity_cash": 1_100,
        "charity_noncash": 400,
        "impairment_related_work_expenses": 2_400,
    }
    forms = _by_name(_computed(itemized=itemized))
    assert list(forms) == ["Form 1040", A, "Form 2106"]
    assert forms[A] == {
        "1": 6_000,
        "2": 60_000,
        "3": 4_500,
        "4": 1_500,
        "5a": 8_000,
        "5b": 3_000,
        "5d": 11_000,
        "5e": 11_000,
        "7": 11_000,
        "8a": 9_000,
        "8e": 9_000,
        "10": 9_000,
        "11": 1_100,
        "12": 400,
        "14": 1_500,
        "16": 2_400,
        "17": 25_400,
    }
    assert forms["Form 2106"] == {"10": 2_400}


def test_who_takes_the_standard_deduction_sends_no_schedule_a() -> None:
    assert list(_by_name(_computed(itemized={"medical_expenses": 6_000}))) == ["Form 1040"]


@pytest.mark.parametrize(("interest", "is_sent"), [(1_500, False), (1_501, True)])
def test_schedule_b_comes_with_more_interest_than_the_law_lets_pass(interest: int, *, is_sent: bool) -> None:
    assert (B in _by_name(_computed(income={"taxable_interest": interest}))) is is_sent


def test_a_loss_is_limited_on_schedule_d_as_on_form_1040() -> None:
    forms = _by_name(_computed(income={"short_term_capital_gain": -5_000}))
    assert forms["Schedule D (Form 1040)"] == {"7": -5_000, "16": -5_000, "21": -3_000}
    assert forms["Form 1040"]["7a"] == -3_000


def test_schedule_8812_ends_where_it_says_so() -> None:
    """With tax enough, nothing of the credit is left to be paid out, and the second part is not for them."""
    head = {"filing_status": "head_of_household", "dependents": [{"age": 6}]}
    numbers = [*_by_name(_computed(**head))["Schedule 8812 (Form 1040)"]]
    assert numbers[-1] == "14"
    poorer = _by_name(_computed(**head, taxpayer={"age": 40, "wages": 20_000}))["Schedule 8812 (Form 1040)"]
    assert {"17", "18a", "20", "27"} <= poorer.keys()
    assert not {"21", "25"} & poorer.keys()


def test_line_25a_is_what_boxes_of_forms_w_2_say_and_not_what_was_typed_as_one_amount() -> None:
    boxed = Forms(w2=[W2(box_1=Decimal(9), box_2=Decimal("700.30")), W2(box_2=Decimal("100.30"))])
    form = forms_to_send(_computed(), Answers(forms=boxed))[0]
    assert _dollars(form)["25a"] == 801
    typed = Answers(forms=boxed, payments=Payments(federal_income_tax_withheld=Decimal(50)))
    assert "25a" not in _dollars(forms_to_send(_computed(), typed)[0])


def test_line_25b_is_what_all_other_forms_say_and_adds_up_with_line_25a() -> None:
    """Form 1040 instructions of 2025, line 25b: forms 1099, and box 6 of Form SSA-1099."""
    boxed = Forms(
        w2=[W2(box_1=Decimal(9), box_2=Decimal("700.50"))],
        int_1099=[InterestForm(box_1=Decimal(90), box_4=Decimal("20.50"))],
        ssa_1099=[SocialSecurityForm(box_5=Decimal(9_000), box_6=Decimal(900))],
    )
    withheld = {"payments": {"federal_income_tax_withheld": 1_621}}
    lines = _dollars(forms_to_send(_computed(**withheld), Answers(forms=boxed))[0])
    assert (lines["25a"], lines["25b"], lines["25d"]) == (701, 920, 1_621)
    boxed.int_1099, boxed.ssa_1099 = [], []
    lines = _dollars(forms_to_send(_computed(payments={"federal_income_tax_withheld": 701}), Answers(forms=boxed))[0])
    assert "25b" not in lines


def test_lines_of_form_1040_stand_in_its_order() -> None:
    first = forms_to_send(_computed(income={"social_security_benefits": 9_000}))[0]
    assert [each.place for each in first.lines] == sorted(each.place for each in first.lines)
    assert all(each.words.startswith((FORM, "schedule_2.2")) for each in first.lines)


def test_box_1_is_not_copied_where_schedule_se_asks_for_box_3() -> None:
    own = {"age": 40, "wages": 60_000, "social_security_wages": 60_000, "self_employment_net_profit": 20_000}
    computed = _computed(taxpayer=own)
    for boxes, told in (({"box_1": 60_000}, set()), ({"box_1": 60_000, "box_3": 60_000}, {"8a", "8d", "9"})):
        answers = Answers(forms=Forms(w2=[W2.model_validate(boxes)]))
        [form] = [each for each in forms_to_send(computed, answers) if each.name == "Schedule SE (Form 1040)"]
        assert {line.number for line in form.lines} & {"8a", "8d", "9"} == told
