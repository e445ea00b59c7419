"""Whose rows those who work for us see, asked by careless queries in each role: assigned, in an emergency, or not."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from db.engine import libpq_url
from db.tables import metadata
from db.types import new_id
from db.values.people import ASSIGNED_ROLES, STAFF_ROLES, Role
from services import preferences
from services.clock import FixedClock
from services.house import House
from services.returns import listing
from services.staff.access import assigning, emergency
from services.visitor import Guest, Partner, Person, System
from tests.database import DatabaseUrls
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person, an_address, an_assignment, an_estimate

OF_CUSTOMERS = ("account", "browser_session", "preference", "tax_return", "return_member", "return_change")
IN_AN_EMERGENCY = (Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Maria:
    """A customer with an estimate, and how she talks."""

    person: Person
    address: str
    return_id: UUID


@pytest.fixture
async def maria(house: House) -> Maria:
    """Maria, whose rows are looked for."""
    address = an_address()
    person = await a_person(house, address=address)
    return_id = await an_estimate(house, person)
    async with house.transaction(person) as session:
        await preferences.keep(session, person.person_id, preferences.Preferences())
    return Maria(person, address, return_id)


async def _sees(house: House, visitor: Person, maria: Maria) -> set[str]:
    """The tables in which a query without `where` finds something of Maria."""
    whose = {"account": "id", "tax_return": "id", "return_change": "return_id"}
    hers = {maria.person.person_id, maria.return_id}
    found = {table: await everything(house, visitor, table) for table in OF_CUSTOMERS}
    return {table for table, rows in found.items() if hers & {row[whose.get(table, "account_id")] for row in rows}}


async def _has_contact(house: House, visitor: Person, maria: Maria) -> bool:
    [row] = await ask(house, visitor, "select app_contact_of(:id) as sealed", id=maria.person.person_id)
    return row["sealed"] is not None


@pytest.mark.parametrize("role", list(Role))
async def test_whoever_is_not_assigned_sees_nothing_of_a_customer(house: House, maria: Maria, role: Role) -> None:
    staff = await a_person(house, role=role)
    assert await _sees(house, staff, maria) == set()
    assert not await _has_contact(house, staff, maria)


@pytest.mark.parametrize(
    ("role", "seen", "contact"),
    [
        (Role.INTERPRETER, {"preference"}, False),
        (Role.SUPPORT_AGENT, {"preference"}, True),
        (Role.PREPARER, {"preference", "tax_return", "return_member"}, True),
        (Role.INSURANCE_AGENT, {"preference"}, True),
    ],
)
async def test_whoever_is_assigned_sees_what_their_role_needs_until_it_ends(
    house: House, maria: Maria, role: Role, seen: set[str], contact: bool
) -> None:
    staff, other = await a_person(house, role=role), await a_person(house)
    await an_estimate(house, other)
    assignment_id = await an_assignment(house, staff, maria.person, role=role)
    assert await _sees(house, staff, maria) == seen
    assert await _has_contact(house, staff, maria) == contact
    assert {row["id"] for row in await everything(house, staff, "tax_return")} <= {maria.return_id}
    coordinator = await a_person(house, role=Role.COORDINATOR)
    async with house.transaction(coordinator) as session:
        await assigning.end(session, coordinator, assignment_id=assignment_id)
    assert await _sees(house, staff, maria) == set()


@pytest.mark.parametrize("role", ASSIGNED_ROLES)
async def test_whoever_loses_the_role_sees_nothing_at_once(house: House, maria: Maria, role: Role) -> None:
    staff = await a_person(house, role=role)
    await an_assignment(house, staff, maria.person, role=role)
    ending = "update role_grant set ended_at = now() where account_id = :id"
    await ask(house, System("role desk"), ending, id=staff.person_id)
    assert await _sees(house, staff, maria) == set()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COORDINATOR])
async def test_what_has_ended_can_t_be_brought_back(house: House, maria: Maria, role: Role) -> None:
    dana = await a_person(house, role=Role.PREPARER)
    await an_assignment(house, dana, maria.person, role=Role.PREPARER)
    for table, whose in (("assignment", "staff_id"), ("role_grant", "account_id")):
        ending = f"update {table} set ended_at = now() where {whose} = :id"  # noqa: S608  # names from this test
        await ask(house, System("role desk"), ending, id=dana.person_id)
    overseer = await a_person(house, role=role)
    for table in ("assignment", "role_grant"):
        await ask(house, overseer, f"update {table} set ended_at = null")  # noqa: S608  # a name from this test
    assert await _sees(house, dana, maria) == set()
    assert all(row["ended_at"] for row in await everything(house, dana, "role_grant"))


@pytest.mark.parametrize("role", IN_AN_EMERGENCY)
async def test_in_an_emergency_they_see_a_customer_for_an_hour(house: House, maria: Maria, role: Role) -> None:
    staff = await a_person(house, role=role)
    async with house.transaction(staff) as session:
        await emergency.begin(session, staff, maria.address, "She wrote that a payment goes wrong today.")
    assert await _sees(house, staff, maria) == {"preference", "tax_return", "return_member"}
    later = replace(house, clock=FixedClock(house.clock.now() + timedelta(hours=1)))
    assert await _sees(later, staff, maria) == set()


@pytest.mark.parametrize("role", sorted(set(STAFF_ROLES) - set(IN_AN_EMERGENCY)))
async def test_no_other_role_can_take_that_hour(house: House, maria: Maria, role: Role) -> None:
    with pytest.raises(DBAPIError, match="row-level security"):
        await _take(house, await a_person(house, role=role), maria, minutes=60)


async def test_nobody_can_take_more_than_an_hour_or_review_their_own(house: House, maria: Maria) -> None:
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    with pytest.raises(DBAPIError, match="row-level security"):
        await _take(house, lee, maria, minutes=61)
    await _take(house, lee, maria, minutes=60)
    await ask(house, lee, "update emergency_access set reviewed_at = now()")
    mine = [row for row in await everything(house, lee, "emergency_access") if row["staff_id"] == lee.person_id]
    assert [row["reviewed_at"] for row in mine] == [None]


async def _take(house: House, staff: Person, maria: Maria, *, minutes: int) -> None:
    await ask(
        house,
        staff,
        """insert into emergency_access (id, customer_id, staff_id, reason_sealed, begun_at, expires_at)
           values (:id, :customer, :staff, '', app_now(), app_now() + make_interval(mins => :minutes))""",
        id=new_id(),
        customer=maria.person.person_id,
        staff=staff.person_id,
        minutes=minutes,
    )


async def test_whoever_sees_a_return_as_staff_can_t_change_it(house: House, maria: Maria) -> None:
    dana = await a_person(house, role=Role.PREPARER)
    await an_assignment(house, dana, maria.person, role=Role.PREPARER)
    await ask(house, dana, "update tax_return set revision = 99")
    await ask(house, dana, "update preference set talk = 'VRI'")
    [row] = await everything(house, maria.person, "tax_return")
    [preference] = await everything(house, maria.person, "preference")
    assert (row["revision"], preference["talk"]) == (1, "Text_Only")


GRANTING = """insert into role_grant (id, account_id, role, granted_at, granted_by, confirmed_at)
              values (:id, :account, 'auditor', now(), :by, now())"""
ASSIGNING = """insert into assignment (id, customer_id, staff_id, role, begun_at, begun_by)
               values (:id, :customer, :staff, 'preparer', now(), :staff)"""


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
async def test_only_an_administrator_grants_a_role_and_never_to_themselves(house: House, role: Role) -> None:
    maria, staff = await a_person(house), await a_person(house, role=role)
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    for who, to in ((staff, maria), (staff, staff), (lee, lee)):
        with pytest.raises(DBAPIError, match="row-level security"):
            await ask(house, who, GRANTING, id=new_id(), account=to.person_id, by=who.person_id)
    await ask(house, lee, GRANTING, id=new_id(), account=maria.person_id, by=lee.person_id)


@pytest.mark.parametrize("role", list(Role))
async def test_nobody_assigns_themselves_to_a_customer(house: House, maria: Maria, role: Role) -> None:
    staff = await a_person(house, role=role)
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, staff, ASSIGNING, id=new_id(), customer=maria.person.person_id, staff=staff.person_id)


@pytest.mark.parametrize("table", ["role_grant", "staff_member", "assignment", "emergency_access"])
async def test_who_is_not_concerned_sees_nothing_of_who_works_for_whom(house: House, maria: Maria, table: str) -> None:
    dana = await a_person(house, role=Role.PREPARER)
    await an_assignment(house, dana, maria.person, role=Role.PREPARER)
    async with house.transaction(dana) as session:
        await emergency.begin(session, dana, maria.address, "She wrote that a payment goes wrong today.")
    for visitor in (Guest(), await a_guest(house), await a_person(house), Partner(new_id()), System("mail")):
        assert await everything(house, visitor, table) == []


async def test_a_customer_sees_who_is_assigned_to_them_by_whom_and_what_they_are_called(
    house: House, maria: Maria
) -> None:
    dana, other = await a_person(house, role=Role.PREPARER), await a_person(house)
    await an_assignment(house, dana, maria.person, role=Role.PREPARER)
    await an_assignment(house, dana, other, role=Role.PREPARER)
    [assigned] = await everything(house, maria.person, "assignment")
    assert assigned["customer_id"] == maria.person.person_id
    known = {row["id"] for row in await everything(house, maria.person, "staff_member")}
    assert known == {dana.person_id, assigned["begun_by"]}


async def test_both_people_of_a_joint_return_see_and_change_it_and_a_third_does_neither(house: House) -> None:
    maria, james, third = await a_person(house), await a_person(house), await a_person(house)
    return_id = await an_estimate(house, maria)
    joining = "insert into return_member (id, return_id, account_id) values (:id, :return_id, :account)"
    await ask(house, System("accounts"), joining, id=new_id(), return_id=return_id, account=james.person_id)
    for member in (maria, james):
        await ask(house, member, "update tax_return set revision = revision + 1")
        assert [row["id"] for row in await everything(house, member, "tax_return")] == [return_id]
    await ask(house, third, "update tax_return set revision = 99")
    assert await everything(house, third, "tax_return") == []
    assert [row["revision"] for row in await everything(house, maria, "tax_return")] == [3]


async def test_whoever_is_assigned_to_one_person_of_a_joint_return_reads_it(house: House, maria: Maria) -> None:
    james, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    joining = "insert into return_member (id, return_id, account_id) values (:id, :return_id, :account)"
    await ask(house, System("accounts"), joining, id=new_id(), return_id=maria.return_id, account=james.person_id)
    await an_assignment(house, dana, james, role=Role.PREPARER)
    assert [row["id"] for row in await everything(house, dana, "tax_return")] == [maria.return_id]


def _columns_of_people() -> list[tuple[str, str]]:
    """Every column that says whose row it is."""
    owners = {"account.id", "tax_return.id", "browser_session.id"}
    return [
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if {key.target_fullname for key in column.foreign_keys} & owners
    ]


@pytest.mark.parametrize("role", list(Role))
async def test_in_no_table_is_a_row_of_a_customer_seen_by_whoever_is_not_there_for_them(
    house: House, maria: Maria, database_urls: DatabaseUrls, role: Role
) -> None:
    async with house.transaction(maria.person) as session:
        await listing.add_cost(session, maria.person, return_id=maria.return_id)
    hers = [maria.person.person_id, maria.person.session_id, maria.return_id]
    staff = await a_person(house, role=role)
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        filled = 0
        for table, column in _columns_of_people():
            asked = f"select 1 from {table} where {column} = any"  # noqa: S608  # names from our own tables
            filled += bool(owner.execute(f"{asked} (%s)".encode(), (hers,)).fetchall())
            assert await ask(house, staff, f"{asked} (:ids)", ids=hers) == [], (table, column)
    assert filled >= 4, "Maria has rows in few tables, so little was tried"
