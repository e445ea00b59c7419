"""An open page of staff closes with the right by which it was opened, and no other page does."""

import time
from datetime import timedelta

import pytest
from sqlmodel import func, select

from components.connection_notice import leaving
from db.values.people import Role
from services.clock import FixedClock
from services.errors import Invalid, NotAllowed, NotFound
from services.house import House, furnished
from services.staff import customers
from services.staff.access import assigning, emergency
from services.staff.roles import reviewing
from services.staff.roles.granting import DESK
from services.words import sentence
from tests.app import App, text_of
from tests.factories import a_person, an_address, an_assignment
from tests.pages.acting import elements, press
from tests.people import known_as
from tests.ui.closing import is_closed

pytestmark = pytest.mark.usefixtures("nobody_works_here")
PROMISED_SECONDS = 2
REASON = "She wrote that a payment goes wrong today."
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


@pytest.mark.parametrize("ends", [Role.SUPPORT_AGENT, Role.ADMINISTRATOR], ids=["who began it", "an administrator"])
async def test_a_customer_leaves_the_screen_when_an_emergency_is_ended_early(
    app: App, parting: list[str], ends: Role
) -> None:
    (sam, person), (lee, _) = await known_as(app, Role.SUPPORT_AGENT), await known_as(app, Role.ADMINISTRATOR)
    maria = await a_person(app.house, address=(address := an_address()))
    for _ in range(2):
        async with app.house.transaction(person) as session:
            await emergency.begin(session, person, address, REASON)
    page, other = await sam.open(f"/staff/customers/{maria.person_id}"), sam if ends is Role.SUPPORT_AGENT else lee
    await other.open("/staff/emergency")
    button = next(text for each in elements(other) if (text := text_of(each)).startswith("End it now: "))
    began = time.monotonic()
    await press(other, button)
    await is_closed(page)
    assert time.monotonic() - began < PROMISED_SECONDS
    assert set(parting) == {TO_CUSTOMERS}
    assert "any more by emergency access." in other.says()
    async with app.house.transaction(person) as session:
        assert await customers.reach_now(session, person) == set()


async def test_nobody_ends_or_prolongs_the_emergency_of_another_and_none_is_of_a_colleague(app: App) -> None:
    (_, sam), (_, dana) = await known_as(app, Role.SUPPORT_AGENT), await known_as(app, Role.PREPARER)
    (_, lee), (_, ada) = await known_as(app, Role.ADMINISTRATOR, at := an_address()), await known_as(app, Role.AUDITOR)
    await a_person(app.house, address=(address := an_address()))
    async with app.house.transaction(sam) as session:
        await emergency.begin(session, sam, address, REASON)
        [use] = await emergency.every_use(session, sam)
    assert use.can_be_ended
    for stranger in (dana, ada):
        with pytest.raises((NotFound, NotAllowed)):
            async with app.house.transaction(stranger) as session:
                await emergency.end(session, stranger, use_id=use.id)
        async with app.house.transaction(stranger) as session:
            await session.exec(select(func.app_end_emergency(use.id)))
    async with app.house.transaction(sam) as session:
        assert [each.expires_at for each in await emergency.every_use(session, sam)] == [use.expires_at]
        with pytest.raises(Invalid, match=r"emergency\.colleague"):
            await emergency.begin(session, sam, at, REASON)
    row = emergency._row(
        app.house, sam, lee.person_id, REASON, app.house.clock.now()
    )  # pylint: disable=protected-access
    with pytest.raises(Exception, match="row-level security"):
        async with app.house.transaction(sam) as session:
            session.add(row)


async def test_an_assignment_more_leaves_the_page_of_a_customer_alone(app: App) -> None:
    (dana, person), maria = await known_as(app, Role.PREPARER), await a_person(app.house)
    await an_assignment(app.house, person, maria, role=Role.PREPARER)
    page, listed = await dana.open(f"/staff/customers/{maria.person_id}"), await dana.open("/staff/customers")
    await an_assignment(app.house, person, await a_person(app.house), role=Role.PREPARER)
    await is_closed(listed)
    async with app.house.transaction(person) as session:
        assert len(await customers.reach_now(session, person)) == 2
    assert not page.is_deleted
