"""Everything is sealed again with a new key, while people go on working."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.tables.people import Account
from services.accounts.addresses import address_of
from services.accounts.enrolment import DOOR
from services.house import House
from services.returns import answering, opening
from services.sealing.__main__ import said
from services.sealing.columns import EVERY_SEALED_TABLE
from services.sealing.resealing import keys_named
from services.sealing.rotation import Outcome, rotate
from services.sealing.walking import AT_ONCE, ROTATOR
from services.visitor import Person
from tests.factories import a_person, an_address, an_estimate
from tests.services.feedback.telling import an_mp4, told
from tests.services.sealing.conftest import NEW, OLD, HouseWith
from tests.services.storage.keeping import stored_in

WAGES = "taxpayer.wages"


class Stopped(Exception):
    """Somebody pressed Ctrl-C."""


async def rotated(house: House, progress: Callable[[str, int, int], None] = lambda *_: None) -> Outcome:
    return await asyncio.wait_for(rotate(house, progress), 60)


async def keys_in_use(house: House) -> set[str]:
    async with house.transaction(ROTATOR) as session:
        return {name for table in EVERY_SEALED_TABLE for name in await keys_named(session, table)}


async def earns(house: House, person: Person, estimate: UUID, dollars: int) -> None:
    async with house.transaction(person) as session:
        await answering.save_answer(session, person, Decimal(dollars), return_id=estimate, path=WAGES)


async def wages_of(house: House, person: Person) -> object:
    async with house.transaction(person) as session:
        return (await opening.estimate_for(session, person, tax_year=2025)).answers.taxpayer.wages


async def address_in(house: House, person: Person) -> str:
    async with house.transaction(DOOR) as session:
        return address_of(house, await session.get_one(Account, person.person_id))


async def test_after_a_rotation_the_new_key_alone_opens_everything_and_the_old_one_may_go(
    house_with: HouseWith,
) -> None:
    before, both = house_with(OLD), house_with(NEW, OLD)
    address, video = an_address(), an_mp4(2_500_000)
    maria = await a_person(before, address=address)
    await earns(before, maria, await an_estimate(before, maria), 31_200)
    await told(before, video=video)
    assert await keys_in_use(before) == {"old"}

    outcome = await rotated(both)

    after = house_with(NEW)
    assert await keys_in_use(after) == {"new"}
    assert (await address_in(after, maria), await wages_of(after, maria)) == (address, Decimal(31_200))
    [file_id] = await after.feedback_videos.ids()
    assert b"".join([part async for part in after.feedback_videos.reading(file_id, size=len(video))]) == video
    assert {chunk[2:5] for chunk in stored_in(after.settings.files_folder)} == {b"new"}
    assert (outcome.removable, outcome.named, outcome.broken) == (["old"], {}, {})
    assert "can be removed: old" in " ".join(said(outcome))


async def test_a_rotation_that_was_stopped_goes_on_where_it_was(house_with: HouseWith) -> None:
    before, both = house_with(OLD), house_with(NEW, OLD)
    for _ in range(AT_ONCE + 5):
        await a_person(before)

    def stop(what: str, done: int, number: int) -> None:
        assert (what, done, number) == ("account", AT_ONCE, AT_ONCE + 5)
        raise Stopped

    with pytest.raises(Stopped):
        await rotate(both, stop)
    assert await keys_in_use(both) == {"old", "new"}
    seen: list[tuple[str, int, int]] = []
    await rotated(both, lambda what, done, number: seen.append((what, done, number)))
    assert seen[0] == ("account", 5, 5)
    assert await keys_in_use(both) == {"new"}


async def test_what_somebody_writes_meanwhile_is_kept(house_with: HouseWith) -> None:
    both = house_with(NEW, OLD)
    maria, james = await a_person(house_with(OLD)), await a_person(house_with(OLD))
    estimate = await an_estimate(house_with(OLD), maria)
    await an_estimate(house_with(OLD), james)
    async with both.transaction(maria) as session:
        await answering.save_answer(session, maria, Decimal(500), return_id=estimate, path=WAGES)
        rotation = asyncio.create_task(rotate(both, lambda *_: None))
        while "new" not in await keys_in_use(both):  # noqa: ASYNC110  # the rotation has no word to say to it
            await asyncio.sleep(0.01)
        assert not rotation.done()  # it passed by the row that Maria holds
    await asyncio.wait_for(rotation, 60)
    assert await wages_of(house_with(NEW), maria) == Decimal(500)


async def test_a_writer_who_never_stops_loses_nothing(house_with: HouseWith) -> None:
    both = house_with(NEW, OLD)
    maria = await a_person(house_with(OLD))
    estimate = await an_estimate(house_with(OLD), maria)
    rotation, dollars = asyncio.create_task(rotate(both, lambda *_: None)), 0
    while not rotation.done() or dollars < 20:
        dollars += 1
        await earns(both, maria, estimate, dollars)
        assert await wages_of(both, maria) == Decimal(dollars)
    assert not rotation.result().broken
    assert await wages_of(house_with(NEW), maria) == Decimal(dollars)


async def test_a_value_that_no_key_opens_is_named_left_as_it_is_and_keeps_its_key(house_with: HouseWith) -> None:
    stranger = OLD.replace("old:", "lost:")
    maria, james = await a_person(house_with(stranger)), await a_person(house_with(OLD))
    outcome = await rotated(house_with(NEW, OLD))
    assert outcome.broken == {"account": {maria.person_id}}
    assert (outcome.named, outcome.removable) == ({"lost": 1}, [])
    assert await address_in(house_with(stranger), maria)
    assert await address_in(house_with(NEW), james)
    assert str(maria.person_id) in " ".join(said(outcome))


async def test_in_a_history_the_task_that_rotates_can_write_nothing_but_what_is_sealed(house_with: HouseWith) -> None:
    house = house_with(NEW)
    maria = await a_person(house)
    await earns(house, maria, await an_estimate(house, maria), 31_200)
    with pytest.raises(DBAPIError, match="permission denied"):
        async with house.transaction(ROTATOR) as session:
            await (await session.connection()).execute(text("update return_change set revision = 9"))


async def test_with_one_key_there_is_nothing_to_do(house_with: HouseWith) -> None:
    await told(house_with(NEW))
    assert list(said(await rotated(house_with(NEW)))) == ["Done. Everything is sealed with the only key that there is."]
