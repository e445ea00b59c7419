"""What was filed stays as it was, and what changes later stands beside it."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from db.values.people import Role
from services.errors import Invalid, NotFound
from services.house import House
from services.privacy import estimates
from services.returns import answering
from services.returns.filed import marking
from services.returns.filed.comparing import changed_lines
from services.returns.filed.form_1040x import amended_lines, settled_lines
from services.returns.filed.marking import History
from services.returns.filed.standing import days_filed
from services.returns.years import overview
from services.tax import edition_of
from services.visitor import Person
from tests.db.asking import ask, everything
from tests.factories import a_person, an_assignment, an_estimate

ROSA = {
    "filing_status": "single",
    "taxpayer.date_of_birth": "1988-04-12",
    "taxpayer.wages": "31200",
    "payments.federal_income_tax_withheld": "2184",
}


async def _say(house: House, person: Person, return_id: UUID, told: dict[str, str]) -> None:
    async with house.transaction(person) as session:
        for path, value in told.items():
            await answering.save_answer(session, person, value, return_id=return_id, path=path)


async def _mark(house: House, person: Person, return_id: UUID, *, on: date | None = None, reason: str = "") -> None:
    async with house.transaction(person) as session:
        day = on or session.house.clock.now().date()
        await marking.mark(session, person, return_id=return_id, filed_on=day, reason=reason)


async def _history(house: House, person: Person) -> History:
    async with house.transaction(person) as session:
        return await marking.history(session, person, tax_year=2025)


async def _rosa(house: House) -> tuple[Person, UUID]:
    rosa = await a_person(house)
    return_id = await an_estimate(house, rosa)
    await _say(house, rosa, return_id, ROSA)
    return rosa, return_id


async def test_what_was_filed_stays_as_it_was_when_answers_change(house: House) -> None:
    rosa, return_id = await _rosa(house)
    await _mark(house, rosa, return_id)
    told = await _history(house, rosa)
    assert not told.is_changed
    await _say(house, rosa, return_id, {"taxpayer.wages": "33200"})
    told = await _history(house, rosa)
    assert told.is_changed
    [filed] = told.filed
    assert (filed.outcome, filed.law, filed.reason) == (565_00, edition_of(2025), "")
    assert filed.answers["taxpayer"]["wages"] == "31200"
    assert told.estimate.result
    changed = {each.line.id: each for each in changed_lines(filed, told.estimate.result)}
    agi = changed["1040.11a"]
    assert (agi.original, agi.net, agi.correct) == (31_200_00, 2_000_00, 33_200_00)
    refund = changed["1040.34"]
    assert refund.original + refund.net == refund.correct == told.estimate.result.refund
    assert "1040.25d" not in changed


async def test_who_is_assigned_learns_the_day_and_nothing_else_and_strangers_learn_nothing(house: House) -> None:
    rosa, return_id = await _rosa(house)
    preparer, stranger = await a_person(house, role=Role.PREPARER), await a_person(house, role=Role.PREPARER)
    await an_assignment(house, preparer, rosa, role=Role.PREPARER)
    await _mark(house, rosa, return_id, on=date(house.clock.now().year, 1, 2))
    seen = {}
    for name, person in (("own", rosa), ("assigned", preparer), ("stranger", stranger)):
        async with house.transaction(person) as session:
            seen[name] = [*await days_filed(session, return_id)]
    day = date(house.clock.now().year, 1, 2)
    assert seen == {"own": [day], "assigned": [day], "stranger": []}
    assert await everything(house, preparer, "filed_return") == []
    async with house.transaction(rosa) as session:
        years = await overview.years_of(session, rosa)
    assert [held.filed for year in years for held in year.returns] == [(day,)]


async def test_the_lines_of_form_1040x_add_up_as_the_form_says(house: House) -> None:
    rosa, return_id = await _rosa(house)
    await _say(house, rosa, return_id, {"taxpayer.wages": "12000"})
    await _mark(house, rosa, return_id)
    await _say(house, rosa, return_id, {"taxpayer.wages": "33200", "income.taxable_interest": "40"})
    told = await _history(house, rosa)
    result = told.estimate.result
    assert result
    lines = {each.number: each for each in amended_lines(told.filed[0], result)}
    assert (lines["1"].original, lines["1"].net, lines["1"].correct) == (12_000_00, 21_240_00, 33_240_00)
    assert lines["5"].original == lines["3"].original < 0, "what was below zero is told, as the form asks"
    for column in ("original", "net", "correct"):
        amount = {number: getattr(line, column) for number, line in lines.items()}
        assert amount["3"] - amount["4a"] - amount["4b"] == amount["5"]
        assert amount["6"] - amount["7"] == amount["8"]
        assert amount["8"] + amount["10"] == amount["11"]
    paid = sum(lines[number].correct for number in ("12", "13", "14", "15"))
    assert paid - lines["11"].correct == result.outcome


async def test_what_comes_out_of_an_amended_return_is_what_changed_whatever_was_filed_before(house: House) -> None:
    rosa, return_id = await _rosa(house)
    seen = []
    for wages, reason in (
        ("31200", ""),
        ("33200", "A late W-2 came."),
        ("12000", "It was wrong."),
        ("60000", "Again."),
    ):
        await _say(house, rosa, return_id, {"taxpayer.wages": wages})
        told = await _history(house, rosa)
        result = told.estimate.result
        assert result
        if told.filed:
            lines = {each.number: each.amount or 0 for each in settled_lines(told, result)}
            assert lines["21"] - lines["20"] == result.outcome - told.filed[-1].outcome
            assert lines["16"] - lines["18"] == -told.filed[-1].outcome
            assert lines["19"] == lines["17"] - lines["18"]
            seen.append(lines)
        await _mark(house, rosa, return_id, reason=reason)
    first, second, third = seen
    assert [first[number] for number in ("16", "17", "18", "19", "20", "21")] == [
        *(0, 2_184_00, 565_00, 1_619_00),
        *(240_00, 0),
    ]
    assert (second["16"], second["18"], second["20"]) == (240_00, 565_00, 0)
    assert second["21"] > 0
    assert (third["16"], third["18"]) == (240_00, 565_00 + second["21"])
    assert third["20"] > 0


async def test_taxable_income_is_never_below_zero_in_the_column_of_correct_amounts(house: House) -> None:
    rosa, return_id = await _rosa(house)
    await _mark(house, rosa, return_id)
    await _say(house, rosa, return_id, {"taxpayer.wages": "9000"})
    told = await _history(house, rosa)
    assert told.estimate.result
    [line] = [each for each in amended_lines(told.filed[0], told.estimate.result) if each.number == "5"]
    assert (line.original > 0, line.original + line.net < 0, line.correct) == (True, True, 0)


async def test_an_amended_return_needs_a_reason_and_becomes_the_one_to_compare_with(house: House) -> None:
    rosa, return_id = await _rosa(house)
    await _mark(house, rosa, return_id)
    await _say(house, rosa, return_id, {"taxpayer.wages": "33200"})
    with pytest.raises(Invalid, match=r"filed\.no_reason"):
        await _mark(house, rosa, return_id)
    await _mark(house, rosa, return_id, reason="A late  W-2 came.")
    told = await _history(house, rosa)
    assert [each.reason for each in told.filed] == ["", "A late W-2 came."]
    assert not told.is_changed


async def test_a_day_that_can_not_be_and_a_return_without_result_are_refused(house: House) -> None:
    rosa, return_id = await _rosa(house)
    today = house.clock.now().date()
    for day in (date(2025, 12, 31), date(today.year + 1, 1, 1)):
        with pytest.raises(Invalid, match=r"filed\.no_such_day"):
            await _mark(house, rosa, return_id, on=day)
    other = await a_person(house)
    empty = await an_estimate(house, other)
    with pytest.raises(Invalid, match=r"filed\.no_result"):
        await _mark(house, other, empty)
    with pytest.raises(NotFound):
        await _mark(house, other, return_id)
    assert await everything(house, other, "filed_return") == []


async def test_no_careless_query_changes_or_deletes_what_was_filed(house: House) -> None:
    rosa, return_id = await _rosa(house)
    await _mark(house, rosa, return_id)
    for careless in ("update filed_return set filed_on = current_date", "delete from filed_return"):
        with pytest.raises(DBAPIError):
            await ask(house, rosa, careless)
    assert len(await everything(house, rosa, "filed_return")) == 1


async def test_it_is_in_the_copy_of_everything_about_oneself(house: House) -> None:
    rosa, return_id = await _rosa(house)
    await _mark(house, rosa, return_id)
    async with house.transaction(rosa) as session:
        [estimate] = await estimates.told(session, rosa)
    [filed] = estimate["filed"]
    assert (filed["outcome"], filed["answers"]["taxpayer"]["wages"]) == (565_00, "31200")
