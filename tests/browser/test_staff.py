"""From an assignment to what a tax preparer sees, and who checks that: by keyboard, in every theme and on a phone."""

import re

import pytest
from playwright.async_api import Page, expect

from components.connection_notice import leaving
from services.intake.steps import Step
from tests.browser import demo_house
from tests.browser.checks import look_at, settle
from tests.browser.conftest import OpenPage
from tests.browser.demo_house import ADMINISTRATOR, AUDITOR, COORDINATOR, CUSTOMER, PREPARER, as_customer, as_staff
from tests.browser.drafts import drafts_in, kept_draft
from tests.browser.estimates import connection, press, visit
from tests.browser.keyboard import Keyboard
from ui import cookies

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("staff"),  # one worker starts their house, and not each of them
]
house = demo_house.house


async def _seen(page: Page, path: str) -> None:
    await visit(page, path)
    await settle(page)
    await look_at(page)


async def test_a_coordinator_assigns_a_preparer_reads_and_the_customer_sees_who_looked(
    open_page: OpenPage,
) -> None:
    page = await open_page()
    await as_staff(page, "/staff/assignments", account=COORDINATOR)
    keys = Keyboard(page)
    await keys.tab_to("Email address of the customer")
    await keys.type(CUSTOMER)
    await keys.tab_to("Who is there for them")
    await keys.type("Dana")
    await keys.tab_to("Assign")
    await keys.press("Enter")
    await expect(page.locator(":focus")).to_contain_text(f"Dana is assigned to {CUSTOMER} now.")
    for label in ("Email address of the customer", "Who is there for them"):
        await expect(page.get_by_label(label)).to_have_value("")
    await _seen(page, "/staff/assignments")

    page = await open_page()
    await as_staff(page, "/staff/customers", account=PREPARER)
    await look_at(page)
    await visit(page, "/staff/customers")
    await page.get_by_role("link", name=CUSTOMER).click()
    await expect(page.get_by_text("Write only, and in short sentences.")).to_be_visible()
    address = page.url
    await page.get_by_role("button", name="Show my code").click()
    code = await page.get_by_text(re.compile(r"^\d{3} \d{3}$")).inner_text()
    await look_at(page)
    await visit(page, address)
    await page.get_by_role("link", name="Estimate for 2025").click()
    await expect(page.get_by_text("The customer gets back").first).to_be_visible()
    await look_at(page)

    page = await open_page()
    await as_customer(page, "/account/our-team")
    keys = Keyboard(page)
    await keys.tab_to("Their code")
    await keys.type(code)
    await keys.press("Enter")
    await expect(page.get_by_text("The code is from Dana, your tax preparer.").first).to_be_visible()
    await look_at(page)
    await visit(page, "/account/who-looked")
    await expect(page.get_by_text("Dana (a tax preparer who works for us)").first).to_be_visible()
    await look_at(page)

    page = await open_page()
    await as_staff(page, "/staff/audit?act=estimate.see", account=AUDITOR)
    await expect(page.get_by_text("estimate.see assigned").first).to_be_visible()
    await look_at(page)


async def test_a_coordinator_approves_an_interpreter_without_a_mouse(open_page: OpenPage) -> None:
    page = await open_page()
    await as_customer(page, Step.INTERPRETER.path)
    await page.get_by_text("Please find one for me").click()
    await press(page, "Save and go on")

    page = await open_page()
    await as_staff(page, "/staff/interpreters", account=COORDINATOR)
    await look_at(page)
    await visit(page, "/staff/interpreters")
    keys = Keyboard(page)
    await keys.tab_to("Approve the interpreter of customer")
    await keys.press("Enter")
    await expect(page.locator(":focus")).to_contain_text("is approved. They can read it now.")


async def test_a_coordinator_finds_a_customer_and_saves_the_list_without_a_mouse(open_page: OpenPage) -> None:
    page = await open_page("/")
    await as_staff(page, "/staff", account=COORDINATOR)
    await look_at(page)
    await visit(page, "/staff")
    keys = Keyboard(page)
    await keys.follow("Customers")
    await keys.tab_to("Name")
    await keys.type("ROSA")
    await keys.press("Enter")
    await expect(page.get_by_role("status").get_by_text("1 customer was found.")).to_be_attached()
    await expect(page.get_by_role("row", name="Rosa")).to_contain_text("Texas")
    assert "osa" not in page.url
    await keys.tab_to("Filters")
    await keys.press("Enter")
    await keys.tab_to("How far their return is")
    await keys.type("Not begun")
    await keys.tab_to("Search")
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Found").get_by_text("No customer was found.")).to_be_visible()
    await expect(page).to_have_url(re.compile(r"/staff/customers\?progress=not_begun$"))
    await look_at(page)
    await visit(page, "/staff/customers?progress=begun")
    await keys.follow("Save what these filters find as a file")
    await keys.tab_to("What is the file for?")
    await keys.press("Space")
    await keys.tab_to("Save the file")
    async with page.expect_download() as download:
        await keys.press("Enter")
    assert (await download.value).suggested_filename.startswith("mbtq-customers-")
    await look_at(page)
    await _seen(page, "/staff/season")


async def test_emergency_access_that_is_pressed_while_nobody_can_be_reached_is_not_begun_later(
    open_page: OpenPage,
) -> None:
    page = await open_page(quiet=False)
    await as_staff(page, "/staff/emergency", account="sam@demo.example")
    uses = await page.get_by_role("heading", name="Sam saw customer").count()
    await page.get_by_label("Email address of the customer").fill(CUSTOMER)
    await page.get_by_label("Why you must see this customer now").fill("She wrote that a payment goes wrong today.")
    await page.context.set_offline(True)
    await page.wait_for_function("() => !navigator.onLine")
    await page.get_by_role("button", name="See this customer for one hour").click()
    await expect(connection(page)).to_contain_text("Connection lost. Nothing was sent.")
    await page.context.set_offline(False)
    await expect(connection(page)).to_contain_text("The connection is back.")
    await page.reload()
    await settle(page)
    await expect(page.get_by_role("heading", name="Sam saw customer")).to_have_count(uses)
    await expect(page.get_by_label("Why you must see this customer now")).not_to_be_empty()


async def test_an_administrator_reviews_roles_and_emergency_access(open_page: OpenPage) -> None:
    page = await open_page()
    await as_staff(page, "/staff/emergency", account="sam@demo.example")
    await page.get_by_label("Email address of the customer").fill(CUSTOMER)
    await page.get_by_label("Why you must see this customer now").fill("She wrote that a payment goes wrong today.")
    await press(page, "See this customer for one hour")
    await expect(page.get_by_text("You see this customer in an emergency")).to_be_visible()
    await page.go_back()
    await settle(page)
    why = page.get_by_label("Why you must see this customer now")
    await expect(why).to_have_value("")

    await why.press_sequentially("She wrote")
    assert len(await kept_draft(page)) == 1
    await page.evaluate(leaving("Over", forgets_under="/staff/"))
    assert await drafts_in(page) == {}
    await visit(page, "/staff/emergency")
    await why.press_sequentially("She wrote")
    assert len(await kept_draft(page)) == 1
    await page.context.clear_cookies(name=cookies.SESSION)  # as when the session ends and the page can't hear it
    await visit(page, "/signed-out?by=time")
    assert await drafts_in(page) == {}

    page = await open_page()
    await as_staff(page, "/staff/emergency", account=ADMINISTRATOR)
    await look_at(page)
    await visit(page, "/staff/emergency")
    await page.get_by_role("button", name="Mark as reviewed: Sam").click()
    await expect(page.locator(":focus")).to_contain_text("What Sam did is marked as reviewed.")
    await _seen(page, "/staff/roles")
