"""Forms that people type box by box: what they add up to, and what becomes of totals that were typed before."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from db.values.returns import FilingStatus
from services import tax, words
from services.errors import Invalid
from services.house import House
from services.returns import answering, listing
from services.returns.answers import Answers, answer_at, put_answer
from services.returns.answers.forms import MOST_FORMS, W2, Holder, IncomeForm, PayForm, PensionForm, SalesForm
from services.returns.forms import is_told_by_forms, needed_of_forms, pensions, told_by_forms, with_forms
from services.returns.forms.kinds import KINDS, WITHHELD, FormKind
from services.returns.forms.taking_over import first_forms
from services.returns.questions import BOXES
from services.returns.reckoning import as_return
from tests.factories import a_guest, an_estimate
from tests.services.returns.forms import returns_with_forms, w2

JOINT = FilingStatus.MARRIED_JOINT
many = settings(max_examples=100, deadline=None, derandomize=True, database=None)
BORN = {"date_of_birth": date(1988, 4, 12)}


def _sum(forms: Iterable[IncomeForm], *boxes: str) -> Decimal:
    """What is printed in these boxes, all together."""
    return sum((getattr(form, box) or Decimal(0) for form in forms for box in boxes), Decimal(0))


def _here(answers: Answers, kind: str) -> list[Any]:
    """The forms of a kind that belong to who files."""
    listed = getattr(answers.forms, kind)
    return [form for form in listed if answers.filing_status is JOINT or form.whose is not Holder.SPOUSE]


def _on_schedule_d(answers: Answers, term: str) -> Decimal:
    sales = _here(answers, "b_1099")
    return _sum(sales, f"{term}_proceeds") - _sum(sales, f"{term}_cost")


@many
@given(returns_with_forms())
def test_the_boxes_of_every_kind_of_form_come_to_the_engine(answers: Answers) -> None:
    answers.taxpayer.date_of_birth = answers.spouse.date_of_birth = date(1988, 4, 12)
    parsed = tax.parse_return(as_return(with_forms(answers), 2025))
    interest, dividends = _here(answers, "int_1099"), _here(answers, "div_1099")
    qualified = sum((min(each.box_1b or 0, each.box_1a or 0) for each in dividends), Decimal(0))
    expected = {
        "income.taxable_interest": _sum(interest, "box_1", "box_3"),
        "income.tax_exempt_interest": _sum(interest, "box_8"),
        "income.ordinary_dividends": _sum(dividends, "box_1a"),
        "income.qualified_dividends": qualified,
        "income.long_term_capital_gain": _on_schedule_d(answers, "long") + _sum(dividends, "box_2a"),
        "income.short_term_capital_gain": _on_schedule_d(answers, "short"),
        "income.unemployment_compensation": _sum(_here(answers, "g_1099"), "box_1"),
        "income.social_security_benefits": _sum(_here(answers, "ssa_1099"), "box_5"),
        WITHHELD: _sum(_here(answers, "w2"), "box_2")
        + _sum(_here(answers, "ssa_1099"), "box_6")
        + sum(_sum(_here(answers, kind), "box_4") for kind in KINDS if kind.endswith("1099") and kind != "ssa_1099"),
        "itemized.state_local_income_tax": _sum(_here(answers, "w2"), "box_17", "box_19"),
        "special_deductions.qualified_tips": _sum(_here(answers, "w2"), "box_12_tips"),
        "special_deductions.qualified_overtime": _sum(_here(answers, "w2"), "box_12_overtime"),
    }
    assert {field: parsed.answer(field) for field in expected} == {f: 100 * amount for f, amount in expected.items()}


@many
@given(returns_with_forms())
def test_pay_of_a_job_and_of_a_business_stays_with_the_person_whose_form_it_is(answers: Answers) -> None:
    answers.taxpayer.date_of_birth = answers.spouse.date_of_birth = date(1988, 4, 12)
    parsed = tax.parse_return(as_return(with_forms(answers), 2025))
    for holder in Holder if answers.is_joint else (Holder.TAXPAYER,):
        theirs = [form for kind in ("w2", "nec_1099") for form in _here(answers, kind) if form.whose is holder]
        early = [each for each in _here(answers, "r_1099") if each.whose is holder and each.before_pension_age]
        pension = _sum([each for each in early if each.box_7 == "3" and not each.ira and _is_told(each)], "box_2a")
        typed = (answers.taxpayer.wages or 0) if holder is Holder.TAXPAYER else 0
        wages = _sum([form for form in theirs if isinstance(form, W2)], "box_1") + typed + pension
        assert parsed.answer(f"{holder}.wages") == 100 * wages
        profit = _sum([form for form in theirs if isinstance(form, PayForm)], "box_1")
        assert parsed.answer(f"{holder}.self_employment_net_profit") == 100 * profit


@pytest.mark.parametrize(
    ("boxes", "social_security", "medicare"),
    [
        ({"box_1": 150_000, "box_3": 173_500, "box_5": 174_000}, 173_500, 174_000),
        ({"box_1": 30_000, "box_3": 20_000, "box_7": 13_000, "box_5": 33_000}, 33_000, 33_000),
        ({"box_1": 150_000}, 150_000, 150_000),
        ({"box_1": 150_000, "box_7": 900}, 150_000, 150_000),
        ({"box_1": 50_000, "box_3": 0}, 0, 50_000),
        ({"box_2": 900}, None, None),
    ],
)
def test_boxes_3_5_and_7_count_for_tax_on_pay_and_box_1_for_who_left_them_empty(
    boxes: dict[str, int], social_security: int | None, medicare: int | None
) -> None:
    counted = with_forms(Answers.model_validate(w2(**boxes))).taxpayer
    assert counted.social_security_wages == social_security
    assert counted.medicare_wages == medicare
    other: dict[str, Any] = {"forms": {"w2": [boxes, {"box_1": 9_000, "whose": "spouse"}]}, "filing_status": JOINT}
    two = with_forms(Answers.model_validate(other | {"taxpayer": {"wages": 1_000}}))
    assert two.taxpayer.social_security_wages == (None if social_security is None else social_security + 1_000)
    assert two.spouse.social_security_wages == two.spouse.medicare_wages == 9_000


def test_savings_at_work_are_in_box_3_and_leave_less_of_the_wage_base_to_a_business() -> None:
    """173,500 leave 2,600: 12.4% of it is 322, and 2.9% of 35,093 is 1,018. Box 1 would have left 26,100."""
    w2s = [{"box_1": 70_000, "box_3": 83_500}, {"box_1": 90_000}]
    told: dict[str, Any] = {"filing_status": "single", "forms": {"w2": w2s}}
    answers = Answers.model_validate(told | {"taxpayer": BORN | {"self_employment_net_profit": 38_000}})
    computed = tax.compute(tax.parse_return(as_return(with_forms(answers), 2025)))
    assert computed.line("schedule_2.4").amount == 1_340_00


def _is_told(form: PensionForm) -> bool:
    return not pensions.situations(form)


@pytest.mark.parametrize(
    ("boxes", "field"),
    [
        ({"box_7": "7"}, "income.taxable_pensions"),
        ({}, "income.taxable_pensions"),
        ({"box_7": "7", "ira": True}, "income.taxable_ira_distributions"),
        ({"box_7": "3", "ira": True}, "income.taxable_ira_distributions"),
        ({"box_7": "3", "before_pension_age": False}, "income.taxable_pensions"),
        ({"box_7": "3", "before_pension_age": True}, "taxpayer.wages"),
    ],
)
def test_a_pension_counts_where_its_codes_say(boxes: dict[str, object], field: str) -> None:
    form = PensionForm.model_validate({"box_1": 9000, "box_2a": 8000, **boxes})
    told = dict.fromkeys((field, *(["taxpayer.taxable_disability_income"] if "before_pension_age" in boxes else [])))
    assert [feeds for _, feeds, _ in pensions.tells(form)] == list(told)


@pytest.mark.parametrize(
    ("kind", "boxes", "situations"),
    [
        ("g_1099", {"box_1": 900, "box_10": 4000}, ["family_leave"]),
        ("g_1099", {"box_1": 900, "box_10": 0}, []),
        ("nec_1099", {"box_1": 9000, "box_1b": 700}, ["contractor_tips"]),
        ("nec_1099", {"box_1": 9000, "box_1d": 300}, ["contractor_tips"]),
        ("nec_1099", {"box_1": 9000}, []),
        ("w2", {"box_1": 9000, "box_10": 2500}, ["dependent_care_benefits"]),
        ("w2", {"box_1": 9000, "box_10": 0}, []),
    ],
)
def test_a_box_that_we_cannot_work_out_leads_to_a_person(
    kind: str, boxes: dict[str, object], situations: list[str]
) -> None:
    answers = Answers.model_validate({"taxpayer": BORN, "forms": {kind: [boxes]}})
    assert as_return(with_forms(answers), 2026)["situations"] == situations


@pytest.mark.parametrize(
    ("boxes", "situation"),
    [
        ({"box_2a": 8000, "box_7": "1"}, "early_withdrawal"),
        ({"box_2a": 8000, "box_7": "j"}, "early_withdrawal"),
        ({"box_2a": 8000, "box_7": "7d"}, "special_distribution"),
        ({"box_7": "7", "box_2b": True}, "untaxed_pension_part"),
    ],
)
def test_what_we_cannot_work_out_on_a_1099_r_is_said_and_counts_nothing(
    boxes: dict[str, object], situation: str
) -> None:
    answers = Answers.model_validate({"taxpayer": BORN, "forms": {"r_1099": [{"box_1": 9000, **boxes}]}})
    assert as_return(with_forms(answers), 2025)["situations"] == [situation]
    assert with_forms(answers).income == answers.income


def test_money_that_moved_from_plan_to_plan_is_no_riddle() -> None:
    form = PensionForm.model_validate({"box_1": 9000, "box_2b": True, "box_7": "G"})
    assert not pensions.situations(form)
    assert not list(pensions.unanswered(form))


def test_an_empty_box_that_decides_what_is_taxed_is_asked_before_there_is_an_amount() -> None:
    told = {
        "r_1099": [{"box_1": 9000, "box_7": "7"}, {"box_1": 9000, "box_2a": 9000, "box_7": "3"}],
        "b_1099": [{"short_proceeds": 100, "long_cost": 50, "long_proceeds": 0}],
    }
    answers = Answers.model_validate({"forms": told})
    assert [path.rpartition(".")[2] for path in needed_of_forms(answers)] == [
        "box_2a",
        "before_pension_age",
        "short_cost",
    ]


def test_the_costs_of_a_business_come_off_what_clients_paid() -> None:
    person = {"other_business_receipts": 500, "business_costs": 2000}
    answers = Answers.model_validate({"taxpayer": person, "forms": {"nec_1099": [{"box_1": 9000}, {"box_1": 1000}]}})
    assert with_forms(answers).taxpayer.self_employment_net_profit == 8500
    answers.forms.nec_1099 = []
    answers.taxpayer.date_of_birth = date(1988, 4, 12)
    assert "business_costs" not in as_return(with_forms(answers), 2025)["taxpayer"]


def test_costs_above_the_pay_are_a_loss_that_we_do_not_work_out() -> None:
    told = {"taxpayer": {"business_costs": 9001}, "forms": {"nec_1099": [{"box_1": 9000}]}}
    counts = with_forms(Answers.model_validate(told))
    assert counts.situations.business_loss
    assert counts.taxpayer.self_employment_net_profit == 0


def test_more_benefits_paid_back_than_received_are_no_income() -> None:
    answers = Answers.model_validate({"forms": {"ssa_1099": [{"box_5": -900}, {"box_5": 400}]}})
    assert with_forms(answers).income.social_security_benefits == 0


def test_twenty_forms_with_more_than_one_person_can_type_are_added_all_the_same() -> None:
    forms = [{"box_1": "999999999.99"}] * MOST_FORMS
    answers = Answers.model_validate({"filing_status": "single", "taxpayer": BORN, "forms": {"w2": forms}})
    parsed = tax.parse_return(as_return(with_forms(answers), 2025))
    assert parsed.answer("taxpayer.wages") == 99_999_999_999 * MOST_FORMS


def test_a_form_of_the_spouse_counts_only_where_two_file_together() -> None:
    told = w2(whose="spouse", box_1="900")
    assert with_forms(Answers.model_validate({"filing_status": JOINT, **told})).spouse.wages == 900
    alone = with_forms(Answers.model_validate({"filing_status": "single", **told}))
    assert (alone.taxpayer.wages, alone.spouse.wages) == (None, None)


def test_answers_that_were_saved_before_there_were_forms_are_read_as_they_were() -> None:
    old = '{"filing_status":"single","taxpayer":{"wages":"31200"},"payments":{"federal_income_tax_withheld":"2184"}}'
    answers = Answers.model_validate_json(old)
    assert not answers.forms.w2
    assert with_forms(answers) == answers
    assert answers.model_dump_json(exclude_none=True, exclude_defaults=True) == old


def test_the_first_form_takes_over_what_was_typed_as_totals() -> None:
    told = {"taxpayer": {"wages": 31200}, "payments": {"federal_income_tax_withheld": 2184}}
    answers = Answers.model_validate(told)
    [form] = first_forms(answers, KINDS["w2"])
    assert isinstance(form, W2)
    assert (form.box_1, form.box_2) == (Decimal(31200), Decimal(2184))
    assert (answers.taxpayer.wages, answers.payments.federal_income_tax_withheld) == (None, None)


def test_two_totals_of_pay_become_a_form_of_each_person() -> None:
    answers = Answers.model_validate({"filing_status": JOINT, "taxpayer": {"wages": 100}, "spouse": {"wages": 900}})
    forms = first_forms(answers, KINDS["w2"])
    of_each = {form.whose: form.box_1 for form in forms if isinstance(form, W2)}
    assert of_each == {Holder.TAXPAYER: Decimal(100), Holder.SPOUSE: Decimal(900)}


@pytest.mark.parametrize("status", ["single", JOINT])
def test_beside_pay_of_a_spouse_alone_there_is_an_empty_form_of_ones_own(status: str) -> None:
    answers = Answers.model_validate({"filing_status": status, "spouse": {"wages": 900}})
    forms = first_forms(answers, KINDS["w2"])
    assert [(form.whose, form.model_fields_set) for form in forms] == [
        ("spouse", {"whose", "box_1"}),
        ("taxpayer", set()),
    ]


def test_tax_withheld_without_pay_is_of_another_form_and_stays() -> None:
    answers = Answers.model_validate({"payments": {"federal_income_tax_withheld": 300}})
    [form] = first_forms(answers, KINDS["w2"])
    assert not form.model_fields_set
    assert answers.payments.federal_income_tax_withheld == 300


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_total_that_is_taken_over_comes_to_the_same(kind: FormKind) -> None:
    answers = Answers(filing_status=JOINT)
    for number, total in enumerate(kind.totals, start=1):
        put_answer(answers, total.path, Decimal(1000 - number))
    before = {total.path: answer_at(answers, total.path) for total in kind.totals}
    setattr(answers.forms, kind.name, first_forms(answers, kind))
    assert all(answer_at(answers, path) is None for path in before)
    after = with_forms(answers)
    assert {path: answer_at(after, path) for path in before} == before


def test_a_loss_that_was_typed_is_a_cost_on_the_form() -> None:
    answers = Answers.model_validate({"income": {"long_term_capital_gain": -500}})
    [form] = first_forms(answers, KINDS["b_1099"])
    assert isinstance(form, SalesForm)
    assert (form.long_proceeds, form.long_cost) == (Decimal(0), Decimal(500))


def test_a_total_is_asked_until_a_form_tells_it_and_while_it_holds_an_amount() -> None:
    answers = Answers.model_validate(w2(box_1="31200"))
    assert not is_told_by_forms(Answers(), "taxpayer.wages")
    assert is_told_by_forms(answers, "taxpayer.wages")
    put_answer(answers, "taxpayer.wages", 5)
    assert not is_told_by_forms(answers, "taxpayer.wages")
    assert not is_told_by_forms(answers, "taxpayer.blind")


def test_tax_withheld_is_asked_while_another_form_may_be_typed_as_a_total() -> None:
    answers = Answers.model_validate(w2(box_1="31200"))
    assert is_told_by_forms(answers, WITHHELD)
    answers.spouse.wages = Decimal(5)
    assert not is_told_by_forms(answers, WITHHELD)


async def test_a_form_is_added_filled_in_removed_and_put_back(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        await answering.save_answer(session, guest, Decimal(31200), return_id=return_id, path="taxpayer.wages")
        told = await listing.add_form(session, guest, return_id=return_id, kind="w2")
        [form] = told.answers.forms.w2
        assert form.box_1 == Decimal(31200)
        assert told.answers.taxpayer.wages is None
        path = f"forms.w2.{form.id}.payer"
        told = await answering.save_answer(session, guest, " Wegmans ", return_id=return_id, path=path)
        assert told.answers.forms.w2[0].payer == "Wegmans"
        [form] = told.answers.forms.w2
        gone = await listing.remove_form(session, guest, return_id=return_id, kind="w2", form_id=form.id)
        assert not gone.answers.forms.w2
        back = await listing.put_back(session, guest, return_id=return_id, one=form, place=0)
        assert back.answers.forms.w2 == [form]


async def test_a_name_that_is_too_long_is_refused_with_words(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        told = await listing.add_form(session, guest, return_id=return_id, kind="w2")
        path = f"forms.w2.{told.answers.forms.w2[0].id}.payer"
        with pytest.raises(Invalid) as refused:
            await answering.save_answer(session, guest, "w" * 81, return_id=return_id, path=path)
    assert words.known(refused.value.code)


async def test_nobody_adds_more_forms_of_a_kind_than_a_page_can_hold(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        for _ in range(MOST_FORMS):
            await listing.add_form(session, guest, return_id=return_id, kind="w2")
        with pytest.raises(Invalid, match=r"forms\.too_many"):
            await listing.add_form(session, guest, return_id=return_id, kind="w2")


@pytest.mark.parametrize("kind", KINDS)
def test_every_box_has_words_and_is_a_box_of_the_form(kind: str) -> None:
    for box in BOXES[kind]:
        assert words.known(f"form.{kind}.{box.question.path}.label")
        assert box.question.path in KINDS[kind].form.model_fields


@many
@given(returns_with_forms())
def test_every_box_that_feeds_something_is_asked(answers: Answers) -> None:
    for told in told_by_forms(answers):
        _, kind, _, box = told.box.split(".")
        assert box in {each.question.path for each in BOXES[kind]}
