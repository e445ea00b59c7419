"""An odd amount of which nobody said that it is right is open: no result over it is certain."""

from decimal import Decimal
from uuid import UUID

import pytest

from services.house import House
from services.returns import answering, listing, opening
from services.returns.answers import Answers
from services.returns.consistency import every_look, open_looks
from services.returns.consistency.confirmed import confirm
from services.returns.estimate import Estimate
from services.visitor import Guest
from tests.factories import a_guest, an_estimate
from ui.estimate.answer.missing import open_questions

TOLD: dict[str, object] = {
    "filing_status": "single",
    "taxpayer.date_of_birth": "1988-04-12",
    "taxpayer.blind": False,
    "taxpayer.can_be_claimed_as_dependent": False,
    "everything_told": True,
}


async def _answered(house: House, guest: Guest, return_id: UUID, told: dict[str, object]) -> Estimate:
    async with house.transaction(guest) as session:
        for path, answer in told.items():
            estimate = await answering.save_answer(session, guest, answer, return_id=return_id, path=path)
    return estimate


async def _confirmed(house: House, guest: Guest, return_id: UUID, path: str) -> Estimate:
    """What is asked about this path now."""
    async with house.transaction(guest) as session:
        asked = await opening.estimate_for(session, guest, tax_year=2025)
        [code] = [each.code for each in asked.to_confirm if each.path == path]
        return await answering.confirm_amount(session, guest, return_id=return_id, path=path, code=code)


def _listed(estimate: Estimate) -> list[str]:
    return [entry.label for entry in open_questions(estimate, lambda _: "")]


async def test_a_box_that_looks_odd_is_open_until_somebody_says_that_it_is_right(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        added = await listing.add_form(session, guest, return_id=return_id, kind="w2")
    form = f"forms.w2.{added.answers.forms.w2[0].id}"
    amounts = {"box_1": 3120000, "box_2": 2184, "box_3": 31200, "box_5": 31200}
    boxes = {f"{form}.{box}": Decimal(amount) for box, amount in amounts.items()}
    estimate = await _answered(house, guest, return_id, TOLD | boxes)
    assert estimate.result is not None
    assert not estimate.is_certain
    [listed] = _listed(estimate)
    assert listed.startswith("W-2 number 1 – Box 1")
    assert "$3,120,000. This is 100 times what another box says." in listed
    estimate = await _confirmed(house, guest, return_id, f"{form}.box_1")
    assert estimate.is_certain
    assert not _listed(estimate)


async def test_a_total_that_looks_odd_is_asked_about_once_and_can_be_confirmed(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    withheld = "payments.federal_income_tax_withheld"
    pay = {"taxpayer.wages": Decimal(31200), withheld: Decimal(218400)}
    estimate = await _answered(house, guest, return_id, TOLD | pay)
    assert estimate.result is not None
    assert estimate.result.notes, "the engine asks the same"
    assert len(_listed(estimate)) == 1
    estimate = await _confirmed(house, guest, return_id, withheld)
    assert estimate.is_certain
    assert not _listed(estimate)
    estimate = await _answered(house, guest, return_id, {withheld: Decimal(218401)})
    assert not estimate.is_certain, "another amount is asked about anew"


@pytest.mark.parametrize(
    ("told", "path"),
    [
        (
            {
                "filing_status": "single",
                "taxpayer": {"date_of_birth": "2000-01-02"},
                "adjustments": {"ira_deduction": 8000},
            },
            "adjustments.ira_deduction",
        ),
        (
            {"taxpayer": {"wages": 9000}, "special_deductions": {"qualified_tips": 9001}},
            "special_deductions.qualified_tips",
        ),
        (
            {"taxpayer": {"wages": 9000}, "itemized": {"state_local_income_tax": 9001}},
            "itemized.state_local_income_tax",
        ),
    ],
)
def test_each_check_of_a_total_is_open_until_it_is_confirmed(told: dict[str, object], path: str) -> None:
    answers = Answers.model_validate(told)
    [look] = open_looks(answers, 2025)
    assert look.path == path
    confirm(answers, path, look.code)
    assert not open_looks(answers, 2025)


async def test_an_open_question_about_a_child_names_the_one_for_whom_it_counts(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    told = TOLD | {"taxpayer.wages": Decimal(31200), "payments.federal_income_tax_withheld": Decimal(2000)}
    async with house.transaction(guest) as session:
        for _ in range(2):
            added = await listing.add_dependent(session, guest, return_id=return_id)
    small, grown = (f"dependents.{one.id}" for one in added.answers.dependents)
    told |= {f"{small}.first_name": "José", f"{small}.date_of_birth": "2018-05-01", f"{grown}.first_name": "Maya"}
    estimate = await _answered(house, guest, return_id, told | {f"{grown}.date_of_birth": "2005-05-01"})
    entries = [entry for entry in open_questions(estimate, lambda path: path) if entry.to.startswith("dependents.")]
    assert [(entry.label, entry.to) for entry in entries] == [
        ("Is Maya a full-time student? A student counts longer as a child.", f"{grown}.full_time_student"),
        ("Is Maya permanently and totally disabled? Then age counts less.", f"{grown}.permanently_disabled"),
    ]


async def test_two_questions_on_one_box_are_asked_one_after_the_other(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        added = await listing.add_form(session, guest, return_id=return_id, kind="w2")
    form = f"forms.w2.{added.answers.forms.w2[0].id}"
    amounts = {"box_1": 31200, "box_2": 2000, "box_3": 31200, "box_5": 31200, "box_12_savings": 33000}
    boxes = {f"{form}.{box}": Decimal(amount) for box, amount in amounts.items()}
    estimate = await _answered(house, guest, return_id, TOLD | boxes)
    for asked in ("This is more than all the pay on this form.", "By law, at most $23,500 can be saved"):
        [listed] = _listed(estimate)
        assert asked in listed
        assert len(every_look(estimate.answers, 2025)) == 1, "the page asks no more than the result"
        estimate = await _confirmed(house, guest, return_id, f"{form}.box_12_savings")
    assert not _listed(estimate)


def test_money_that_is_told_twice_is_one_open_question() -> None:
    told = {"forms": {"w2": [{"box_17": 900}]}, "itemized": {"state_local_income_tax": 1000}}
    assert [look.code for look in open_looks(Answers.model_validate(told), 2025)] == ["second_look.typed_twice"]


def test_nobody_is_held_up_by_a_field_that_they_do_not_see() -> None:
    told = {"filing_status": "single", "spouse": {"taxable_disability_income": 9000}}
    assert not open_looks(Answers.model_validate(told), 2025)
