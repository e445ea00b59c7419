"""All years of a customer: how far each is, and answers that are removed with a way back, out of everybody's sight."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from db.values.people import Role
from services import retention
from services.clock import FixedClock
from services.errors import NotFound
from services.house import House
from services.returns import answering, opening
from services.returns.years import overview, removing
from services.returns.years.overview import State, Year
from services.visitor import Guest, Person
from tests.db.asking import everything
from tests.factories import a_guest, a_person, an_assignment, an_estimate

TOLD = {
    "filing_status": "single",
    "taxpayer.date_of_birth": "1988-04-12",
    "taxpayer.blind": False,
    "taxpayer.can_be_claimed_as_dependent": False,
    "taxpayer.wages": "31200",
    "payments.federal_income_tax_withheld": "2184",
}


async def _years(house: House, somebody: Person | Guest) -> dict[int, Year]:
    async with house.transaction(somebody) as session:
        return {year.tax_year: year for year in await overview.years_of(session, somebody)}


async def _say(house: House, somebody: Person | Guest, return_id: UUID, **told: object) -> None:
    async with house.transaction(somebody) as session:
        for path, value in told.items():
            await answering.save_answer(session, somebody, value, return_id=return_id, path=path)


async def _remove(house: House, somebody: Person | Guest, return_id: UUID) -> None:
    async with house.transaction(somebody) as session:
        await removing.remove(session, somebody, return_id=return_id)


def _later(house: House, days: int) -> House:
    return replace(house, clock=FixedClock(house.clock.now() + timedelta(days=days)))


async def test_a_year_goes_from_not_begun_to_complete(house: House) -> None:
    rosa = await a_person(house)
    assert {year: held.returns for year, held in (await _years(house, rosa)).items()} == {2025: (), 2026: ()}
    return_id = await an_estimate(house, rosa)
    seen = []
    steps: list[dict[str, object]] = [
        {},
        dict(list(TOLD.items())[:1]),
        TOLD,
        {"everything_told": True},
        {"situations.farm": True},
    ]
    for told in steps:
        await _say(house, rosa, return_id, **told)
        [held] = (await _years(house, rosa))[2025].returns
        seen.append((held.state, held.outcome))
    states = [State.OPENED, State.BEGUN, State.OPEN, State.COMPLETE, State.BEYOND]
    assert seen == list(zip(states, [None, None, 565_00, 565_00, None], strict=True))


@contextmanager
def _asked(house: House) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(house.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(house.engine.sync_engine, "before_cursor_execute", note)


async def test_the_database_is_asked_as_often_for_two_returns_as_for_one(house: House) -> None:
    rosa = await a_person(house)
    await an_estimate(house, rosa)
    with _asked(house) as of_one:
        await _years(house, rosa)
    await an_estimate(house, rosa, tax_year=2026)
    with _asked(house) as of_two:
        assert len((await _years(house, rosa))[2026].returns) == 1
    assert len(of_two) == len(of_one)


async def test_a_year_can_be_begun_from_the_one_before_until_something_is_said_in_it(house: House) -> None:
    rosa = await a_person(house)
    await _say(house, rosa, await an_estimate(house, rosa), filing_status="single")
    years = await _years(house, rosa)
    assert [(years[year].begins_from, years[year].follows) for year in (2025, 2026)] == [(None, None), (2025, None)]
    await _say(house, rosa, await an_estimate(house, rosa, tax_year=2026), filing_status="single")
    begun = (await _years(house, rosa))[2026]
    assert (begun.begins_from, begun.follows) == (None, 2025)


async def test_nobody_sees_the_years_of_others(house: House) -> None:
    rosa, other = await a_person(house), await a_person(house)
    return_id = await an_estimate(house, rosa)
    assert (await _years(house, other))[2025].returns == ()
    with pytest.raises(NotFound):
        await _remove(house, other, return_id)


@pytest.mark.parametrize("as_a_guest", [True, False])
async def test_removed_answers_are_out_of_sight_and_come_back_as_they_were(house: House, *, as_a_guest: bool) -> None:
    somebody = await (a_guest(house) if as_a_guest else a_person(house))
    return_id = await an_estimate(house, somebody)
    await _say(house, somebody, return_id, **TOLD)
    await _remove(house, somebody, return_id)
    assert (await _years(house, somebody))[2025].returns == ()
    async with house.transaction(somebody) as session:
        with pytest.raises(NotFound):
            await opening.estimate_for(session, somebody, tax_year=2025, return_id=return_id)
        with pytest.raises(NotFound):
            await answering.save_answer(session, somebody, "1", return_id=return_id, path="taxpayer.wages")
        with pytest.raises(NotFound):
            await removing.remove(session, somebody, return_id=return_id)
        [gone] = await removing.removed(session, somebody)
        assert gone.gone_at == house.clock.now() + timedelta(days=30)
        await removing.put_back(session, somebody, return_id=return_id)
        estimate = await opening.estimate_for(session, somebody, tax_year=2025)
    assert estimate.answers.taxpayer.wages == 31_200


async def test_another_estimate_can_be_begun_meanwhile_and_both_are_there_afterwards(house: House) -> None:
    rosa = await a_person(house)
    first = await an_estimate(house, rosa)
    await _remove(house, rosa, first)
    second = await an_estimate(house, rosa)
    assert second != first
    async with house.transaction(rosa) as session:
        await removing.put_back(session, rosa, return_id=first)
    assert [held.return_id for held in (await _years(house, rosa))[2025].returns] == [first, second]


async def test_after_30_days_removed_answers_are_deleted_and_can_not_come_back(house: House) -> None:
    rosa = await a_person(house)
    gone, kept = await an_estimate(house, rosa), await an_estimate(house, rosa, tax_year=2026)
    await _remove(house, rosa, gone)
    await retention.delete_what_is_over(_later(house, 29))
    assert {row["id"] for row in await everything(house, rosa, "tax_return")} == {gone, kept}
    later = _later(house, 31)
    async with later.transaction(rosa) as session:
        assert await removing.removed(session, rosa) == []
        with pytest.raises(NotFound):
            await removing.put_back(session, rosa, return_id=gone)
    await retention.delete_what_is_over(later)
    assert {row["id"] for row in await everything(house, rosa, "tax_return")} == {kept}


async def test_a_preparer_who_is_assigned_sees_a_return_until_its_member_removes_it(house: House) -> None:
    rosa, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    return_id = await an_estimate(house, rosa)
    await an_assignment(house, dana, rosa, role=Role.PREPARER)
    assert [row["id"] for row in await everything(house, dana, "tax_return")] == [return_id]
    await _remove(house, rosa, return_id)
    assert await everything(house, dana, "tax_return") == []
    assert await everything(house, dana, "return_change") == []
