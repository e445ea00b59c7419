"""Costs for hearing: told answer by answer, judged at once, and counted in the estimate of the same year."""

from datetime import date
from decimal import Decimal
from importlib import import_module
from uuid import UUID

import pytest
from sqlmodel import select

from db.tables.returns import ReturnChange, TaxReturn
from db.types import new_id
from db.values.returns import FilingStatus
from services import tax
from services.errors import Invalid, NotFound
from services.finder import Place, Purpose
from services.house import House
from services.returns import answering, listing, opening
from services.returns.answers.costs import MOST_COSTS, Cost
from services.returns.costs.judging import judged_costs
from services.returns.estimate import Estimate
from services.returns.reckoning import as_return
from services.tax.inputs import medical_expenses
from services.visitor import Guest, Person
from tests.factories import a_cost, a_guest, a_person, an_estimate
from ui.costs.said import headline
from ui.estimate.lines.worksheet import lines_in_words

MARIA = (
    ("filing_status", FilingStatus.SINGLE),
    ("taxpayer.date_of_birth", date(1988, 4, 12)),
    ("taxpayer.wages", Decimal(82000)),
    ("itemized.mortgage_interest", Decimal(12000)),
    ("itemized.state_local_income_tax", Decimal(4000)),
    ("payments.federal_income_tax_withheld", Decimal(9000)),
)
HEARING_AIDS = {"category": "hearing_aids", "purpose": "care", "spent_on": date(2025, 3, 3), "amount": Decimal(7000)}
INTERPRETER = {
    "category": "interpreter",
    "purpose": "work",
    "spent_on": date(2025, 5, 9),
    "amount": Decimal(900),
    "used_privately": False,
}


async def _say(house: House, visitor: Person | Guest, return_id: UUID, *answers: tuple[str, object]) -> Estimate:
    async with house.transaction(visitor) as session:
        for path, value in answers:
            seen = await answering.save_answer(session, visitor, value, return_id=return_id, path=path)
    return seen


async def _maria(house: House, *costs: dict[str, object]) -> tuple[Person, Estimate]:
    maria = await a_person(house)
    return_id = await an_estimate(house, maria)
    seen = await _say(house, maria, return_id, *MARIA)
    for told in costs:
        seen = await a_cost(house, maria, return_id, **told)
    return maria, seen


def _place(estimate: Estimate) -> Place | None:
    [judged] = estimate.costs.judged
    return judged.verdict.place if judged.verdict else None


def _refund(estimate: Estimate) -> int:
    assert estimate.result
    return estimate.result.outcome


async def test_the_estimate_counts_what_the_finder_places_and_by_as_much_as_it_says(house: House) -> None:
    _, without = await _maria(house)
    _, seen = await _maria(house, HEARING_AIDS, INTERPRETER)
    assert [one.verdict and one.verdict.place for one in seen.costs.judged] == [Place.MEDICAL, Place.WORK]
    assert seen.costs.total
    assert _refund(seen) - _refund(without) == seen.costs.total.amount
    assert _refund(seen) > _refund(without)


async def test_a_cost_that_is_not_settled_is_left_out_of_the_estimate(house: House) -> None:
    _, without = await _maria(house)
    _, seen = await _maria(house, {**INTERPRETER, "used_privately": True})
    assert _place(seen) is Place.UNSETTLED
    assert _refund(seen) == _refund(without)


async def test_costs_typed_as_medical_ones_stay_apart_and_add_up_with_these(house: House) -> None:
    maria, seen = await _maria(house, HEARING_AIDS)
    assert seen.computed
    medical = seen.computed.sheet[medical_expenses]
    both = await _say(house, maria, seen.return_id, ("itemized.medical_expenses", Decimal(100)))
    assert both.computed
    assert (medical, both.computed.sheet[medical_expenses]) == (7000_00, 7100_00)


async def test_before_there_is_an_estimate_it_is_said_where_a_cost_belongs_without_dollars(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    seen = await a_cost(house, guest, return_id, **HEARING_AIDS)
    assert _place(seen) is Place.MEDICAL
    assert (seen.costs.judged[0].effect, seen.costs.total, seen.computed) == (None, None, None)


@pytest.mark.parametrize(
    ("told", "needed"),
    [
        ({}, ("category", "purpose", "spent_on")),
        ({"category": "hearing_aids", "purpose": "care"}, ("spent_on", "amount")),
        ({**INTERPRETER, "used_privately": None}, ("used_privately",)),
        ({**HEARING_AIDS, "category": "medical_driving"}, ("miles",)),
        ({**HEARING_AIDS, "reimbursed": Decimal(10)}, ("reimbursed_by",)),
        ({**HEARING_AIDS, "paid_by": "spouse"}, ("filing_status",)),
        ({**INTERPRETER, "whose": "spouse"}, ("filing_status",)),
        ({**HEARING_AIDS, "whose": "spouse"}, ()),  # whose it was is asked about work only
        ({**HEARING_AIDS, "reimbursed": Decimal(0)}, ()),
        (INTERPRETER, ("wages",)),
    ],
)
async def test_a_cost_says_what_is_needed_before_it_can_be_judged(
    house: House, told: dict[str, object], needed: tuple[str, ...]
) -> None:
    guest = await a_guest(house)
    seen = await a_cost(house, guest, await an_estimate(house, guest), **told)
    assert [one.needed for one in seen.costs.judged] == [needed]


async def test_the_pay_of_a_spouse_is_needed_only_where_it_can_be_told(house: House) -> None:
    maria, seen = await _maria(house, {**INTERPRETER, "whose": "spouse"})
    assert _place(seen) is Place.NOWHERE
    seen = await _say(house, maria, seen.return_id, ("filing_status", FilingStatus.MARRIED_JOINT))
    assert seen.costs.judged[0].needed == ("wages",)


async def test_what_does_not_belong_to_another_purpose_is_kept_for_when_it_is_changed_back(house: House) -> None:
    maria, seen = await _maria(house, {**INTERPRETER, "whose": "taxpayer"})
    [cost] = seen.answers.costs
    seen = await _say(house, maria, seen.return_id, (f"costs.{cost.id}.purpose", Purpose.CARE))
    assert _place(seen) is Place.UNSETTLED
    seen = await _say(house, maria, seen.return_id, (f"costs.{cost.id}.purpose", Purpose.WORK))
    assert _place(seen) is Place.WORK


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("amount", Decimal(-1), "answer.too_small"),
        ("reimbursed_by", "spouse", "finder.input.repaid_by"),
        ("spent_on", date(2023, 12, 31), "finder.input.day_far"),
        ("miles", 0, "finder.input.miles"),
        ("category", "shoes", "answer.not_usable"),
        ("colour", "red", "answer.unknown_question"),
    ],
)
async def test_an_answer_about_a_cost_that_can_not_be_is_told_where_it_is_made_and_not_kept(
    house: House, name: str, value: object, code: str
) -> None:
    guest = await a_guest(house)
    repaid = {"reimbursed": Decimal(100), "reimbursed_by": "insurance"}
    before = await a_cost(house, guest, await an_estimate(house, guest), **HEARING_AIDS, **repaid)
    path = f"costs.{before.answers.costs[0].id}.{name}"
    with pytest.raises(Invalid) as refused:
        await _say(house, guest, before.return_id, (path, value))
    assert (refused.value.field, refused.value.code) == (path, code)
    async with house.transaction(guest) as session:
        assert (await opening.estimate_for(session, guest, tax_year=2025)).answers == before.answers


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("household.taxpayer_business.full_time_employees_year_before", -1, "finder.input.employees"),
        ("household.spouse_business.receipts_year_before", Decimal(-1), "answer.too_small"),
        ("household.health_plan", "gold", "answer.not_usable"),
    ],
)
async def test_an_answer_about_the_household_that_can_not_be_is_refused(
    house: House, path: str, value: object, code: str
) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    with pytest.raises(Invalid) as refused:
        await _say(house, guest, return_id, (path, value))
    assert (refused.value.field, refused.value.code) == (path, code)


async def test_the_work_of_judging_costs_grows_with_their_number_and_not_with_its_square(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = [Cost(**HEARING_AIDS) for _ in range(MOST_COSTS)]
    _, seen = await _maria(house)
    seen.answers.costs.extend(costs)
    return_ = tax.parse_return(as_return(seen.answers, 2025))
    computed: list[tax.Return] = []

    def compute(one: tax.Return, *, method: tax.Method) -> tax.Computed:
        computed.append(one)
        return tax.compute(one, method=method)

    monkeypatch.setattr(import_module("services.finder.effects"), "compute", compute)
    judged_costs(seen.answers, 2025, return_, today=date(2025, 6, 1))
    assert MOST_COSTS < len(computed) <= 2 * MOST_COSTS + 1  # with it alone, without it, and all together


async def test_a_day_in_the_next_year_is_a_plan_and_no_mistake(house: House) -> None:
    _, seen = await _maria(house, {**HEARING_AIDS, "spent_on": date(2026, 2, 1)})
    assert _place(seen) is Place.NOWHERE


async def test_nobody_reaches_the_costs_of_somebody_else(house: House) -> None:
    _, marias = await _maria(house, HEARING_AIDS)
    james, [cost] = await a_person(house), marias.answers.costs
    for return_id in (marias.return_id, new_id()):
        with pytest.raises(NotFound):
            await _say(house, james, return_id, (f"costs.{cost.id}.amount", Decimal(1)))
        with pytest.raises(NotFound):
            async with house.transaction(james) as session:
                await listing.add_cost(session, james, return_id=return_id)
        with pytest.raises(NotFound):
            async with house.transaction(james) as session:
                await listing.remove_cost(session, james, return_id=return_id, cost_id=cost.id)


async def test_costs_come_and_go_and_every_change_is_in_the_sealed_history(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    await a_cost(house, guest, return_id, amount=Decimal("31234.56"))
    seen = await a_cost(house, guest, return_id, amount=Decimal(2))
    first, second = (cost.id for cost in seen.answers.costs)
    async with house.transaction(guest) as session:
        for _ in range(2):  # the second time it is gone already
            seen = await listing.remove_cost(session, guest, return_id=return_id, cost_id=first)
        changes = list(await session.exec(select(ReturnChange)))
        [row] = await session.exec(select(TaxReturn))
    assert [cost.id for cost in seen.answers.costs] == [second]
    assert sorted(change.revision for change in changes) == [2, 3, 4, 5, 6, 7]
    assert not any(b"31234" in sealed for sealed in [row.answers_sealed, *(one.change_sealed for one in changes)])


async def test_there_are_no_more_costs_than_a_page_can_hold(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        for _ in range(MOST_COSTS):
            await listing.add_cost(session, guest, return_id=return_id)
        with pytest.raises(Invalid, match=r"costs\.too_many"):
            await listing.add_cost(session, guest, return_id=return_id)


async def test_each_line_says_how_much_of_it_came_from_the_page_of_costs(house: House) -> None:
    _, seen = await _maria(house, HEARING_AIDS, INTERPRETER)
    assert seen.from_costs == {
        "itemized.medical_expenses": 7_000_00,
        "itemized.impairment_related_work_expenses": 900_00,
    }
    lines = {line.key: line for line in lines_in_words(seen, place_of=lambda _: "", costs_path="/tax/2025/costs")}
    assert [(entry.to, entry.figure) for entry in lines["2106.10"].typed] == [("/tax/2025/costs", "$900")]
    assert [entry.figure for entry in lines["schedule_a.1"].typed] == ["$7,000"]


@pytest.mark.parametrize(("name", "value"), [("amount", Decimal(99)), ("reimbursed", Decimal(7001))])
async def test_a_cost_with_more_paid_back_than_it_was_does_not_count_and_is_open(
    house: House, name: str, value: Decimal
) -> None:
    guest = await a_guest(house)
    repaid = {"reimbursed": Decimal(100), "reimbursed_by": "insurance"}
    before = await a_cost(house, guest, await an_estimate(house, guest), **HEARING_AIDS, **repaid)
    cost = f"costs.{before.answers.costs[0].id}"
    told = await _say(house, guest, before.return_id, (f"{cost}.{name}", value))
    [judged] = told.costs.judged
    assert (judged.needed, judged.verdict) == (("reimbursed",), None)
    assert told.left_empty == (f"{cost}.reimbursed",)
    assert not told.from_costs
    assert "can’t be more than you paid" in headline(judged)
    settled = await _say(house, guest, before.return_id, (f"{cost}.amount", Decimal(7001)))
    assert not settled.costs.judged[0].needed
