"""Row-level security around trusted persons, asked by careless queries as the app's own role."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from db.types import new_id
from services import preferences
from services.accounts.enrolment import DOOR
from services.clock import FixedClock
from services.house import House
from services.preferences import Preferences
from services.visitor import Guest, Partner, System, Visitor
from tests.db.asking import ask
from tests.factories import a_guest, a_person
from tests.services.trust.trusting import Trust, trust


async def _accesses(house: House, visitor: Visitor) -> list[object]:
    return [row["id"] for row in await ask(house, visitor, "select id from trusted_access")]


async def test_the_customer_and_the_trusted_person_see_the_row_and_nobody_else(house: House) -> None:
    given, _ = await trust(house), await trust(house)
    for visitor in (given.customer, given.trusted):
        assert await _accesses(house, visitor) == [given.access_id]
    for other in (Guest(), await a_guest(house), await a_person(house), Partner(new_id()), System("mail")):
        assert await _accesses(house, other) == []


@pytest.mark.parametrize(
    "careless",
    [
        "update trusted_access set rights = '{estimates.change}'",
        "update trusted_access set ended_at = null",
        "update trusted_access set trusted_id = app_account()",
        "delete from trusted_access",
    ],
)
async def test_a_trusted_person_changes_nothing_of_it(house: House, careless: str) -> None:
    given = await trust(house)
    before = await ask(house, given.customer, "select * from trusted_access")
    await ask(house, given.trusted, careless)
    assert await ask(house, given.customer, "select * from trusted_access") == before


async def test_nobody_makes_it_longer_or_writes_down_a_use(house: House) -> None:
    given = await trust(house)
    for careless in ("expires_at = now()", "last_used_at = now()", "account_id = account_id"):
        with pytest.raises(DBAPIError, match="permission denied"):
            await ask(house, given.customer, f"update trusted_access set {careless}")  # noqa: S608  # from this file


async def test_nobody_gives_themselves_the_trust_of_somebody_else(house: House) -> None:
    given, stranger = await trust(house), await a_person(house)
    giving = """insert into trusted_access (id, account_id, trusted_id, helper, rights, invited_sealed, invited_index,
                signed_sealed, invited_at, accepted_at, expires_at)
                values (:id, :customer, :trusted, 'other', '{estimates.see}', '', '', '', now(), now(), now())"""
    for customer in (given.customer, stranger):
        with pytest.raises(DBAPIError, match=r"row-level security|somebody_else"):
            await ask(house, stranger, giving, id=new_id(), customer=customer.person_id, trusted=stranger.person_id)


async def test_how_a_customer_talks_is_seen_as_long_as_it_lasts(house: House, clock: FixedClock) -> None:
    given, over = await trust(house, talk="on"), await trust(house, talk="on", days="1")
    without = await trust(house)
    for each in (given, over, without):
        async with house.transaction(DOOR) as session:
            await preferences.keep(session, each.customer.person_id, Preferences())
    clock.advance(timedelta(days=1))
    assert [len(await _preferences(house, each)) for each in (given, over, without)] == [1, 0, 0]
    await ask(house, given.customer, "update trusted_access set ended_at = now()")
    assert await _preferences(house, given) == []


async def _preferences(house: House, given: Trust) -> list[dict[str, object]]:
    return await ask(house, given.trusted, "select * from preference")
