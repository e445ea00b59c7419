"""A key lets its partner in until it is revoked, and nobody can read it from our tables."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from db.engine import libpq_url, make_engine
from db.types import new_id
from services.clock import FixedClock
from services.errors import Invalid, NotAllowed, NotFound
from services.house import House
from services.partners.keys import DESK, LONGEST_NAME, MadeKey, every_key, good_key, make_key, revoke_key
from services.partners.known_keys import STAYS, KnownKeys
from services.visitor import Partner
from tests.database import DatabaseUrls


async def made(house: House, partner: str = "Example Bank") -> MadeKey:
    async with house.transaction(DESK) as session:
        return await make_key(session, DESK, partner=partner)


async def holder(house: House, key: str) -> UUID | None:
    found = await good_key(house, key)
    return found.id if found else None


async def revoked(house: House, prefix: str) -> str:
    async with house.transaction(DESK) as session:
        return str((await revoke_key(session, DESK, prefix=prefix)).revoked_at)


async def test_a_key_lets_its_partner_in(house: House) -> None:
    first, second = await made(house), await made(house)
    partners = [await holder(house, one.key) for one in (first, second, first)]
    assert all(partners)
    assert partners[0] == partners[2] != partners[1]


async def test_a_key_begins_with_the_prefix_that_names_it(house: House) -> None:
    key = await made(house)
    assert key.key.startswith(f"{key.prefix}_")
    assert len(key.key) == len("mbtq_") + 8 + 1 + 43


@pytest.mark.parametrize("wrong", ["", "mbtq", "mbtq_abcdefgh_short", "é" * 57, "mbtq_zzzzzzzz_" + "A" * 43])
async def test_what_is_no_key_of_ours_lets_nobody_in(house: House, wrong: str) -> None:
    await made(house)
    assert await holder(house, wrong) is None


async def test_another_secret_behind_a_prefix_lets_nobody_in(house: House) -> None:
    first, second = await made(house), await made(house)
    assert await holder(house, first.prefix + second.key.removeprefix(second.prefix)) is None


async def test_a_whole_key_can_be_revoked_by_somebody_who_has_only_that(house: House) -> None:
    key = await made(house)
    await revoked(house, key.key)
    assert await holder(house, key.key) is None


async def test_a_revoked_key_lets_nobody_in_and_others_stay(house: House) -> None:
    first, second = await made(house), await made(house)
    await revoked(house, first.prefix)
    assert await holder(house, first.key) is None
    assert await holder(house, second.key)


async def test_a_key_that_another_process_revokes_opens_nothing_five_seconds_later(
    house: House, clock: FixedClock
) -> None:
    key = await made(house)
    assert await holder(house, key.key)
    await revoked(replace(house, known_keys=KnownKeys()), key.prefix)
    clock.advance(STAYS)
    assert await holder(house, key.key) is None


async def test_a_key_is_looked_up_again_after_five_seconds(house: House, clock: FixedClock) -> None:
    key = await made(house)
    away = replace(house, engine=make_engine("postgresql://nobody@localhost:1/nowhere"))
    assert await holder(house, key.key)
    assert await holder(away, key.key), "for the next seconds it needs no database"
    with pytest.raises(OperationalError):
        await holder(away, key.prefix + "_" + "A" * 43)
    clock.advance(STAYS)
    with pytest.raises(OperationalError):
        await holder(away, key.key)


async def test_revoking_twice_keeps_the_first_time(house: House, clock: FixedClock) -> None:
    key = await made(house)
    ended = await revoked(house, key.prefix)
    clock.advance(timedelta(days=1))
    assert await revoked(house, key.prefix) == ended


async def test_a_prefix_that_no_key_has_is_not_found(house: House) -> None:
    with pytest.raises(NotFound) as caught:
        await revoked(house, "mbtq_zzzzzzzz")
    assert caught.value.code == "partner.unknown_key"


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "\u202e\x1b"])
async def test_a_partner_needs_a_name_that_people_can_read(house: House, name: str) -> None:
    with pytest.raises(Invalid):
        await made(house, name)


async def test_the_list_names_partners_and_holds_no_secret(house: House) -> None:
    key = await made(house, "  Bank   of Examples ")
    async with house.transaction(DESK) as session:
        [row] = [row for row in await every_key(session, DESK) if row.prefix == key.prefix]
    assert (row.partner, row.revoked_at) == ("Bank of Examples", None)
    assert key.key.removeprefix(f"{key.prefix}_") not in str(row)
    assert key.key not in repr(key)


async def test_making_and_revoking_are_on_the_audit_trail(house: House, database_urls: DatabaseUrls) -> None:
    key = await made(house)
    partner = await holder(house, key.key)
    assert partner
    for _ in range(2):
        await revoked(house, key.prefix)
    trail = "select actor_id, act from audit_record where subject_table = 'partner_key' and subject_id = %s order by id"
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:  # the app can't read it
        acts = owner.execute(trail, [partner]).fetchall()
    assert acts == [("partner desk", "partner_key.made"), ("partner desk", "partner_key.revoked")]


async def test_only_the_house_itself_manages_keys(house: House) -> None:
    partner = Partner(new_id())
    async with house.transaction(partner) as session:
        with pytest.raises(NotAllowed):
            await make_key(session, partner, partner="A bank of my own")
        with pytest.raises(NotAllowed):
            await revoke_key(session, partner, prefix="mbtq_zzzzzzzz")
        with pytest.raises(NotAllowed):
            await every_key(session, partner)
