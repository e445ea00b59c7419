"""Row-level security through PgBouncer, which gives one connection of the database to one person after another."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from db.engine import make_engine
from db.values.people import Role
from services.clock import FixedClock
from services.house import House, furnished
from services.settings import Settings
from services.visitor import Guest, Person
from tests.db.asking import ask, everything
from tests.db.test_security import (
    test_a_careless_query_finds_only_the_askers_own_returns,
    test_a_careless_update_leaves_a_strangers_return_alone,
    test_nobody_can_add_themselves_to_a_return_that_is_there,
    test_nobody_can_sign_an_audit_record_with_another_name,
    test_who_works_for_us_has_the_rights_of_that_in_a_session_of_two_factors_only,
)
from tests.db.test_whom_staff_reach import (
    maria,
    test_both_people_of_a_joint_return_see_and_change_it_and_a_third_does_neither,
    test_in_an_emergency_they_see_a_customer_for_an_hour,
    test_whoever_is_assigned_sees_what_their_role_needs_until_it_ends,
    test_whoever_loses_the_role_sees_nothing_at_once,
)
from tests.factories import a_guest, a_person, an_estimate

__all__ = [
    "maria",
    "test_a_careless_query_finds_only_the_askers_own_returns",
    "test_a_careless_update_leaves_a_strangers_return_alone",
    "test_both_people_of_a_joint_return_see_and_change_it_and_a_third_does_neither",
    "test_in_an_emergency_they_see_a_customer_for_an_hour",
    "test_nobody_can_add_themselves_to_a_return_that_is_there",
    "test_nobody_can_sign_an_audit_record_with_another_name",
    "test_who_works_for_us_has_the_rights_of_that_in_a_session_of_two_factors_only",
    "test_whoever_is_assigned_sees_what_their_role_needs_until_it_ends",
    "test_whoever_loses_the_role_sees_nothing_at_once",
]
ROUNDS = 40
WHO_IS_HERE = "select pg_backend_pid() as connection, current_setting('app.id', true) as id"


@pytest.fixture
async def house(settings: Settings, clock: FixedClock, pgbouncer: str) -> AsyncIterator[House]:
    """A house that reaches its database by way of PgBouncer only, as in production."""
    engine = make_engine(pgbouncer, pool_size=5, behind_pgbouncer=True)
    yield furnished(settings, engine, clock=clock)
    await engine.dispose()


async def test_many_people_at_once_share_connections_and_never_see_each_other(house: House) -> None:
    people: list[Person | Guest] = [
        await a_person(house),
        await a_guest(house),
        await a_person(house, role=Role.PREPARER),
    ]
    own = {person: await an_estimate(house, person) for person in people}

    async def look(person: Person | Guest) -> tuple[object, Person | Guest]:
        assert [row["id"] for row in await everything(house, person, "tax_return")] == [own[person]]
        [here] = await ask(house, person, WHO_IS_HERE)
        return here["connection"], person

    seen = await asyncio.gather(*(look(people[turn % len(people)]) for turn in range(ROUNDS)))
    served: dict[object, set[Person | Guest]] = {}
    for connection, person in seen:
        served.setdefault(connection, set()).add(person)
    assert any(len(visitors) > 1 for visitors in served.values()), "no connection was shared, so nothing was tried"


async def test_whoever_comes_next_on_a_connection_is_nobody_until_they_say_who_they_are(house: House) -> None:
    maria_herself = await a_person(house)
    await an_estimate(house, maria_herself)
    connections = set()
    for _ in range(ROUNDS):
        [hers] = await ask(house, maria_herself, WHO_IS_HERE)
        async with house.engine.connect() as connection:  # a careless one, which skips House.transaction
            nobody = (await connection.execute(text(WHO_IS_HERE))).mappings().one()
            found = (await connection.execute(text("select id from tax_return"))).all()
        assert (nobody["id"] or "", found) == ("", [])
        connections.add(hers["connection"] == nobody["connection"])
        assert await everything(house, Guest(), "tax_return") == []
    assert True in connections, "no connection was used twice, so nothing was tried"
