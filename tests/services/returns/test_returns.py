"""A refund estimate from its first answer to its result."""

import asyncio
from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import select

from db.tables.returns import ReturnChange, TaxReturn
from db.types import new_id
from db.values.returns import FilingStatus
from services.clock import FixedClock
from services.errors import Invalid, NotFound
from services.house import House
from services.returns import answering, listing, opening
from services.returns.estimate import Estimate
from services.visitor import Guest, Person
from tests.factories import a_guest, a_person, an_estimate

ROSA = (
    ("filing_status", FilingStatus.SINGLE),
    ("taxpayer.date_of_birth", date(1988, 4, 12)),
    ("taxpayer.wages", Decimal(31200)),
    ("payments.federal_income_tax_withheld", Decimal(2184)),
)


async def _answered(house: House, visitor: Person | Guest, *answers: tuple[str, object]) -> Estimate:
    return_id = await an_estimate(house, visitor)
    async with house.transaction(visitor) as session:
        for path, value in answers:
            await answering.save_answer(session, visitor, value, return_id=return_id, path=path)
    return await _seen(house, visitor)


async def _seen(house: House, visitor: Person | Guest) -> Estimate:
    async with house.transaction(visitor) as session:
        return await opening.estimate_for(session, visitor, tax_year=2025)


async def test_the_refund_is_computed_from_what_was_said(house: House) -> None:
    estimate = await _answered(house, await a_person(house), *ROSA)
    assert estimate.computed is not None
    assert (estimate.computed.refund, estimate.computed.amount_owed) == (565_00, 0)


async def test_there_is_no_result_before_the_answers_that_it_needs(house: House) -> None:
    estimate = await _answered(house, await a_guest(house), ("taxpayer.wages", Decimal(31200)))
    assert estimate.computed is None
    assert estimate.missing == ["filing_status", "taxpayer.date_of_birth"]


async def test_beginning_twice_opens_the_same_estimate(house: House) -> None:
    guest = await a_guest(house)
    assert await an_estimate(house, guest) == await an_estimate(house, guest)


async def test_two_clicks_at_once_begin_one_estimate(house: House) -> None:
    guest = await a_guest(house)
    begun = await asyncio.gather(*(an_estimate(house, guest) for _ in range(4)))
    assert len(set(begun)) == 1


async def test_a_strangers_estimate_and_a_missing_one_look_the_same(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    marias = await an_estimate(house, maria)
    for return_id in (marias, new_id()):
        with pytest.raises(NotFound):
            async with house.transaction(james) as session:
                await answering.save_answer(session, james, Decimal(1), return_id=return_id, path="taxpayer.wages")


async def test_answers_lie_sealed_in_the_database(house: House) -> None:
    maria = await a_person(house)
    await _answered(house, maria, ("taxpayer.wages", Decimal("31234.56")))
    async with house.transaction(maria) as session:
        sealed = [row.answers_sealed for row in await session.exec(select(TaxReturn))]
        sealed += [row.change_sealed for row in await session.exec(select(ReturnChange))]
    assert len(sealed) == 2
    assert not any(b"31234" in value for value in sealed)


async def test_every_change_raises_the_revision_and_enters_the_history(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    estimate = await _answered(house, maria, *ROSA)
    async with house.transaction(maria) as session:
        changes = list(await session.exec(select(ReturnChange).order_by(ReturnChange.id)))  # type: ignore[arg-type]
    assert estimate.revision == 1 + len(ROSA)
    assert [change.revision for change in changes] == [2, 3, 4, 5]
    assert {change.changed_at for change in changes} == {clock.now()}


async def test_dependents_come_and_go(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        for _ in range(2):
            estimate = await listing.add_dependent(session, guest, return_id=return_id)
        first, second = (dependent.id for dependent in estimate.answers.dependents)
        for _ in range(2):  # the second time they are gone already
            await listing.remove_dependent(session, guest, return_id=return_id, dependent_id=first)
        born, path = date(2015, 6, 1), f"dependents.{second}.date_of_birth"
        estimate = await answering.save_answer(session, guest, born, return_id=return_id, path=path)
    assert [(dependent.id, dependent.date_of_birth) for dependent in estimate.answers.dependents] == [(second, born)]


async def test_what_is_typed_about_somebody_who_was_removed_elsewhere_reaches_nobody_else(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        for _ in range(2):
            estimate = await listing.add_dependent(session, guest, return_id=return_id)
        gone = estimate.answers.dependents[0].id
        await listing.remove_dependent(session, guest, return_id=return_id, dependent_id=gone)
        path = f"dependents.{gone}.full_time_student"
        with pytest.raises(Invalid):
            await answering.save_answer(session, guest, True, return_id=return_id, path=path)


async def test_a_year_without_law_can_not_be_begun(house: House) -> None:
    with pytest.raises(NotFound):
        await an_estimate(house, await a_guest(house), tax_year=2019)
