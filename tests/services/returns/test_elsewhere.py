"""Two people, or one person in two windows, change the same return."""

from contextlib import suppress
from decimal import Decimal

import pytest

from services.errors import Conflict
from services.house import House
from services.returns import answering, opening
from services.returns.elsewhere import ChangedElsewhere
from services.returns.saving import news_of
from tests.factories import a_guest, an_estimate

WAGES = "taxpayer.wages"


async def test_an_answer_that_the_person_has_not_seen_is_not_written_over(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        await answering.save_answer(session, guest, Decimal(100), return_id=return_id, path=WAGES, seen=None)
    with pytest.raises(ChangedElsewhere) as refusal:
        async with house.transaction(guest) as session:
            await answering.save_answer(session, guest, Decimal(200), return_id=return_id, path=WAGES, seen=None)
    assert isinstance(refusal.value, Conflict)
    assert (refusal.value.path, refusal.value.now) == (WAGES, Decimal(100))
    async with house.transaction(guest) as session:
        now = await opening.estimate_for(session, guest, tax_year=2025)
    assert (now.answers.taxpayer.wages, now.revision) == (Decimal(100), 2)


async def test_the_same_answer_from_two_windows_is_no_quarrel(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    for _ in range(2):
        async with house.transaction(guest) as session:
            saved = await answering.save_answer(session, guest, Decimal(7), return_id=return_id, path=WAGES, seen=None)
    assert saved.answers.taxpayer.wages == Decimal(7)


async def test_other_answers_of_the_return_may_have_changed_meanwhile(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    for path in (WAGES, "income.taxable_interest"):
        async with house.transaction(guest) as session:
            saved = await answering.save_answer(session, guest, Decimal(7), return_id=return_id, path=path, seen=None)
    assert (saved.answers.taxpayer.wages, saved.answers.income.taxable_interest) == (Decimal(7), Decimal(7))


async def test_a_new_revision_is_told_when_it_is_kept_and_not_before(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    with house.shared.listening(news_of(return_id)) as news:
        async with house.transaction(guest) as session:
            await answering.save_answer(session, guest, Decimal(7), return_id=return_id, path=WAGES)
            assert news.empty()
        assert news.get_nowait() == b"2"


async def test_nobody_hears_of_what_was_not_kept(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    with house.shared.listening(news_of(return_id)) as news:
        with suppress(ZeroDivisionError):
            async with house.transaction(guest) as session:
                await answering.save_answer(session, guest, Decimal(7), return_id=return_id, path=WAGES)
                raise ZeroDivisionError
        assert news.empty()
