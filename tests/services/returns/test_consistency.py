"""A mistake that shows only beside the other answers is told where it is made."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from services import returns
from services.errors import Invalid
from services.house import House
from services.returns.answers import Answers, Dependent, Income, put_answer
from services.returns.consistency import check
from services.visitor import Guest
from tests.factories import a_guest, an_estimate


@pytest.mark.parametrize("who", ["taxpayer", "dependent"])
def test_nobody_on_a_return_is_born_after_its_year(who: str) -> None:
    child = Dependent()
    answers = Answers(dependents=[child])
    path = "taxpayer.date_of_birth" if who == "taxpayer" else f"dependents.{child.id}.date_of_birth"
    put_answer(answers, path, date(2025, 12, 31))
    check(answers, path, 2025)
    put_answer(answers, path, date(2026, 1, 1))
    with pytest.raises(Invalid, match=r"answer\.born_later"):
        check(answers, path, 2025)


@pytest.mark.parametrize("path", ["income.qualified_dividends", "income.ordinary_dividends"])
def test_qualified_dividends_are_a_part_of_the_ordinary_ones(path: str) -> None:
    check(Answers(income=Income(ordinary_dividends=Decimal(90), qualified_dividends=Decimal(90))), path, 2025)
    with pytest.raises(Invalid, match=r"tax\.input\.dividends"):
        check(Answers(income=Income(qualified_dividends=Decimal(90))), path, 2025)


async def test_a_mistake_is_told_before_there_is_an_estimate_and_not_kept(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    with pytest.raises(Invalid, match=r"tax\.input\.dividends"):
        await _say_qualified_dividends(house, guest, return_id)
    async with house.transaction(guest) as session:
        estimate = await returns.estimate_for(session, guest, tax_year=2025)
    assert estimate.answers == Answers()


async def _say_qualified_dividends(house: House, guest: Guest, return_id: UUID) -> None:
    path = "income.qualified_dividends"
    async with house.transaction(guest) as session:
        await returns.save_answer(session, guest, Decimal(90), return_id=return_id, path=path)
