"""An open page of staff closes with the right by which it was opened, and no other page does."""

import time
from datetime import timedelta

import pytest

from components.connection_notice import leaving
from db.values.people import Role
from services.clock import FixedClock
from services.house import House, furnished
from services.staff import customers
from services.staff.access import assigning, emergency
from services.staff.roles import reviewing
from services.staff.roles.granting import DESK
from services.words import sentence
from tests.app import App
from tests.factories import a_person, an_address, an_assignment
from tests.people import known_as
from tests.ui.closing import is_closed

pytestmark = pytest.mark.usefixtures("nobody_works_here")
PROMISED_SECONDS = 2
TO_CUSTOMERS = leaving(sentence("staff.customers_changed"), to="/staff/customers?over=true")


async def _end_role(house: House, address: str, role: Role) -> None:
    async with house.transaction(DESK) as session:
        grant_id = await reviewing.held_by(session, DESK, address=address, role=role)
        await reviewing.end(session, DESK, grant_id=grant_id)


async def test_a_page_closes_with_the_role_that_opened_it_and_other_pages_stay(app: App, parting: list[str]) -> None:
    address = an_address()
    (lee, _), (other, _) = await known_as(app, Role.ADMINISTRATOR, address), await known_as(app, Role.ADMINISTRATOR)
    page, theirs = await lee.open("/staff/health"), await other.open("/staff/health")
    own = await lee.open("/account")
    began = time.monotonic()
    await _end_role(app.house, address, Role.ADMINISTRATOR)
    await is_closed(page)
    assert time.monotonic() - began < PROMISED_SECONDS
    assert set(parting) == {leaving(sentence("staff.role_over"), forgets_drafts=True)}
    assert not theirs.is_deleted
    assert not own.is_deleted


async def test_a_page_closes_when_a_command_ends_its_role_in_a_house_without_redis(app: App) -> None:
    """The command is a house of its own: what it publishes is heard by nobody here, but its job is done here."""
    lee, _ = await known_as(app, Role.ADMINISTRATOR, address := an_address())
    page = await lee.open("/staff/health")
    command = furnished(app.house.settings, app.house.engine, clock=app.house.clock)
    await _end_role(command, address, Role.ADMINISTRATOR)
    await is_closed(page)


async def test_a_customer_leaves_the_screen_with_the_assignment_and_the_list_opens_anew(
    app: App, parting: list[str]
) -> None:
    (dana, person), maria = await known_as(app, Role.PREPARER), await a_person(app.house)
    assignment_id = await an_assignment(app.house, person, maria, role=Role.PREPARER)
    customer, listed = await dana.open(f"/staff/customers/{maria.person_id}"), await dana.open("/staff/customers")
    cora = await a_person(app.house, role=Role.COORDINATOR)
    began = time.monotonic()
    async with app.house.transaction(cora) as session:
        await assigning.end(session, cora, assignment_id=assignment_id)
    for page in (customer, listed):
        await is_closed(page)
    assert time.monotonic() - began < PROMISED_SECONDS
    assert set(parting) == {TO_CUSTOMERS, leaving(sentence("staff.customers_changed"))}
    await dana.open("/staff/customers?over=true")
    assert "You may not see that customer now as you did." in dana.says()


async def test_a_customer_leaves_the_screen_with_the_hour_of_an_emergency(app: App, parting: list[str]) -> None:
    sam, person = await known_as(app, Role.SUPPORT_AGENT)
    maria = await a_person(app.house, address=(address := an_address()))
    now = app.house.clock.now()
    app.stands_still_at(now - emergency.LASTS + timedelta(seconds=1))
    async with app.house.transaction(person) as session:
        await emergency.begin(session, person, address, "She wrote that a payment goes wrong today.")
    app.stands_still_at(now)
    page, clock = await sam.open(f"/staff/customers/{maria.person_id}"), app.house.clock
    assert "until" in sam.says()
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(seconds=1))
    await is_closed(page)
    assert set(parting) == {TO_CUSTOMERS}


async def test_an_assignment_more_leaves_the_page_of_a_customer_alone(app: App) -> None:
    (dana, person), maria = await known_as(app, Role.PREPARER), await a_person(app.house)
    await an_assignment(app.house, person, maria, role=Role.PREPARER)
    page, listed = await dana.open(f"/staff/customers/{maria.person_id}"), await dana.open("/staff/customers")
    await an_assignment(app.house, person, await a_person(app.house), role=Role.PREPARER)
    await is_closed(listed)
    async with app.house.transaction(person) as session:
        assert len(await customers.reach_now(session, person)) == 2
    assert not page.is_deleted
