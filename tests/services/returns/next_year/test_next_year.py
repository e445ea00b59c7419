"""A year begun from the one before: what comes along, what never does, and what a year more makes of people."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from db.types import new_id
from db.values.returns import FilingStatus
from services.errors import Conflict, NotFound
from services.finder import Category, Purpose
from services.house import House
from services.returns import answering, opening
from services.returns.answers import Adult, Answers, Dependent, Income, Payments
from services.returns.answers.costs import Cost
from services.returns.answers.forms import W2, Forms, Holder
from services.returns.next_year import beginning
from services.returns.next_year.items import Item, items_of
from services.returns.next_year.putting import taken_over
from services.visitor import Guest, Person
from services.words import known
from tests.factories import a_guest, a_person, an_estimate

LAST_YEAR = new_id()
ROSA: dict[str, Any] = {
    "filing_status": FilingStatus.SINGLE,
    "taxpayer": Adult(date_of_birth=date(1988, 4, 12), blind=False, can_be_claimed_as_dependent=False),
    "forms": Forms(w2=[W2(payer="Wegmans", box_1=Decimal(31_200), box_2=Decimal(2_184))]),
    "payments": Payments(estimated_tax_payments=Decimal(100)),
    "income": Income(taxable_interest=Decimal(40)),
    "everything_told": True,
}


def items(answers: Answers) -> dict[str, Item]:
    """What can be taken over into 2026."""
    return {item.key: item for item in items_of(answers, 2026)}


def all_taken(answers: Answers) -> Answers:
    """The answers of 2026 when everything is ticked."""
    return taken_over(answers, items(answers).keys(), carried_from=LAST_YEAR)


def a_child(born: int, **told: Any) -> Dependent:
    """Somebody who depends on the filer, born in the middle of a year."""
    return Dependent(date_of_birth=date(born, 6, 1), **told)


def amounts_in(part: Any) -> list[Decimal]:
    """Every amount in a document of answers."""
    if isinstance(part, dict):
        return [amount for each in part.values() for amount in amounts_in(each)]
    if isinstance(part, list):
        return [amount for each in part for amount in amounts_in(each)]
    return [part] if isinstance(part, Decimal) else []


def test_people_and_payers_come_along_and_no_amount_does() -> None:
    last = Answers(**ROSA)
    new = all_taken(last)
    assert new.filing_status is FilingStatus.SINGLE
    assert new.taxpayer.date_of_birth == date(1988, 4, 12)
    assert [(form.id, form.payer) for form in new.forms.w2] == [(last.forms.w2[0].id, "Wegmans")]
    assert new.had.savings
    assert new.had.payments
    assert amounts_in(last.model_dump())
    assert amounts_in(new.model_dump()) == []


def test_what_may_be_otherwise_each_year_is_asked_anew() -> None:
    child = a_child(2005, first_name="Maya", full_time_student=True, american_opportunity_expenses=Decimal(4000))
    new = all_taken(Answers(**ROSA, dependents=[child], lived_apart_all_year=True))
    assert new.taxpayer.can_be_claimed_as_dependent is None
    assert new.dependents[0].full_time_student is None
    assert new.dependents[0].first_name == "Maya"
    assert new.everything_told is None
    assert new.lived_apart_all_year is None


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        (FilingStatus.SINGLE, True),
        (FilingStatus.MARRIED_JOINT, True),
        (FilingStatus.MARRIED_SEPARATE, True),
        (FilingStatus.HEAD_OF_HOUSEHOLD, False),
        (FilingStatus.QUALIFYING_SURVIVING_SPOUSE, False),
    ],
)
def test_a_filing_status_that_may_be_over_is_asked_anew(status: FilingStatus, *, kept: bool) -> None:
    last = Answers(**ROSA | {"filing_status": status})
    assert (all_taken(last).filing_status is status) is kept
    if status is not FilingStatus.SINGLE:
        assert items(last)["you"].notes


def test_head_of_household_comes_along_with_a_person_who_does_and_not_without() -> None:
    child = a_child(2015)
    last = Answers(**ROSA | {"filing_status": FilingStatus.HEAD_OF_HOUSEHOLD}, dependents=[child])
    assert all_taken(last).filing_status is FilingStatus.HEAD_OF_HOUSEHOLD
    assert taken_over(last, {"you"}, carried_from=LAST_YEAR).filing_status is None


def test_who_leaves_out_the_spouse_leaves_out_their_forms_and_is_asked_for_the_status() -> None:
    theirs = W2(payer="Strong Hospital", whose=Holder.SPOUSE)
    last = Answers(
        **ROSA | {"filing_status": FilingStatus.MARRIED_JOINT, "forms": Forms(w2=[theirs])},
        spouse=Adult(date_of_birth=date(1990, 1, 2)),
    )
    assert [form.payer for form in all_taken(last).forms.w2] == ["Strong Hospital"]
    new = taken_over(last, items(last).keys() - {"spouse"}, carried_from=LAST_YEAR)
    assert (new.filing_status, new.spouse, new.forms.w2) == (None, Adult(), [])


@pytest.mark.parametrize(
    ("born", "notes", "ticked"),
    [
        (2015, (), True),
        (2013, ("too_old_for_care",), True),
        (2009, ("too_old_for_child_credit",), True),
        (2007, ("grown_up",), False),
        (2002, ("too_old_as_student",), False),
        (2008, (), True),
    ],
)
def test_a_birthday_that_changes_what_holds_is_said_and_a_doubtful_person_is_not_ticked(
    born: int, notes: tuple[str, ...], *, ticked: bool
) -> None:
    child = a_child(born)
    item = items(Answers(**ROSA, dependents=[child]))[f"dependents.{child.id}"]
    assert (item.notes, item.ticked) == (notes, ticked)


def test_a_grown_child_with_a_permanent_disability_stays_ticked() -> None:
    child = a_child(2007, permanently_disabled=True)
    item = items(Answers(**ROSA, dependents=[child]))[f"dependents.{child.id}"]
    assert (item.notes, item.ticked) == ((), True)


def test_who_turns_65_reads_it_and_who_is_older_does_not() -> None:
    turns = Answers(**ROSA | {"taxpayer": Adult(date_of_birth=date(1961, 12, 31))})
    assert items(turns)["you"].notes == ("senior",)
    older = Answers(**ROSA | {"taxpayer": Adult(date_of_birth=date(1961, 1, 1))})
    assert items(older)["you"].notes == ()


def test_a_cost_of_every_year_is_ticked_and_a_thing_bought_once_is_only_offered() -> None:
    paid = {"purpose": Purpose.PERSONAL, "amount": Decimal(900), "spent_on": date(2025, 3, 1)}
    lessons, aid = (Cost(category=each, **paid) for each in (Category.LIP_READING_LESSONS, Category.HEARING_AIDS))
    last = Answers(**ROSA, costs=[lessons, aid])
    assert items(last)[f"costs.{lessons.id}"].ticked
    assert not items(last)[f"costs.{aid.id}"].ticked
    new = all_taken(last).costs[0]
    assert (new.id, new.category, new.purpose) == (lessons.id, lessons.category, Purpose.PERSONAL)
    assert (new.amount, new.spent_on) == (None, None)


def test_every_note_has_words() -> None:
    codes = {"surviving_spouse", "married", "head_of_household", "head_of_nobody", "senior"}
    codes |= {"too_old_for_care", "too_old_for_child_credit", "grown_up", "too_old_as_student"}
    assert [code for code in codes if not known(f"last_year.note.{code}")] == []


async def _told(house: House, somebody: Person | Guest) -> UUID:
    return_id = await an_estimate(house, somebody)
    async with house.transaction(somebody) as session:
        for path, value in (("filing_status", "single"), ("taxpayer.wages", "31200")):
            await answering.save_answer(session, somebody, value, return_id=return_id, path=path)
    return return_id


async def test_the_new_year_begins_with_what_was_chosen_and_knows_last_years_amounts(house: House) -> None:
    rosa = await a_person(house)
    last = await _told(house, rosa)
    async with house.transaction(rosa) as session:
        await beginning.start(session, rosa, tax_year=2026, chosen=["you", "costs.nothing"])
    async with house.transaction(rosa) as session:
        estimate = await opening.estimate_for(session, rosa, tax_year=2026)
    assert estimate.answers.filing_status is FilingStatus.SINGLE
    assert estimate.answers.taxpayer.wages is None
    assert estimate.answers.carried_from == last
    assert estimate.last_amounts
    assert estimate.last_amounts.at("taxpayer.wages") == 31_200
    assert estimate.last_amounts.at("spouse.wages") is None
    assert estimate.last_amounts.at("forms.w2.nowhere.box_1") is None
    assert estimate.last_amounts.at("filing_status") is None


async def test_a_year_in_which_something_was_said_is_not_written_over(house: House) -> None:
    rosa = await a_person(house)
    await _told(house, rosa)
    this_year = await an_estimate(house, rosa, tax_year=2026)
    async with house.transaction(rosa) as session:
        before = await beginning.before(session, rosa, tax_year=2026)
        assert before
        assert not before.is_begun
        assert (await opening.estimate_for(session, rosa, tax_year=2026)).can_begin_from == 2025
        await answering.save_answer(session, rosa, True, return_id=this_year, path="taxpayer.blind")
        begun = await beginning.before(session, rosa, tax_year=2026)
        assert begun
        assert begun.is_begun
        opened = await opening.estimate_for(session, rosa, tax_year=2026)
        assert (opened.can_begin_from, opened.follows) == (None, 2025)
        with pytest.raises(Conflict):
            await beginning.start(session, rosa, tax_year=2026, chosen=["you"])
        estimate = await opening.estimate_for(session, rosa, tax_year=2026)
    assert estimate.answers.filing_status is None


async def test_an_empty_year_that_was_opened_already_is_filled_and_not_doubled(house: House) -> None:
    guest = await a_guest(house)
    await _told(house, guest)
    this_year = await an_estimate(house, guest, tax_year=2026)
    async with house.transaction(guest) as session:
        assert await beginning.start(session, guest, tax_year=2026, chosen=["you"]) == this_year


async def test_nobody_begins_from_nothing_or_from_the_answers_of_others(house: House) -> None:
    rosa, other = await a_person(house), await a_person(house)
    await _told(house, rosa)
    await an_estimate(house, other)
    for tax_year in (2026, 2025, 1999):
        async with house.transaction(other) as session:
            assert await beginning.before(session, other, tax_year=tax_year) is None
            with pytest.raises(NotFound):
                await beginning.start(session, other, tax_year=tax_year, chosen=["you"])


async def test_last_years_amounts_are_not_shown_from_a_return_of_which_somebody_is_no_member(house: House) -> None:
    rosa, other = await a_person(house), await a_person(house)
    last = await _told(house, rosa)
    theirs = await an_estimate(house, other, tax_year=2026)
    async with house.transaction(other) as session:
        await answering.save_answer(session, other, last, return_id=theirs, path="carried_from")
        estimate = await opening.estimate_for(session, other, tax_year=2026)
    assert estimate.answers.carried_from == last
    assert estimate.last_amounts is None
