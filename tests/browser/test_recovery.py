"""Somebody who lost every way in asks for help without a mouse, two of our team agree, and the owner stops it."""

from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from tests.browser import demo_house
from tests.browser.checks import look_at
from tests.browser.conftest import OpenPage
from tests.browser.demo_house import ADMINISTRATOR, PREPARER, as_staff
from tests.browser.estimates import a_new_address, link_for, make_account, visit
from tests.browser.feedback import MESSAGE
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
house = demo_house.house


async def test_who_lost_every_way_in_asks_and_two_of_us_agree_and_the_owner_stops_it(open_page: OpenPage) -> None:
    page, address = await open_page(), a_new_address()
    await make_account(page, address)
    await page.context.clear_cookies()
    await visit(page, "/sign-in")
    keys = Keyboard(page)
    await keys.follow("Help to get in")
    await keys.follow("Ask us for help")
    await expect(page.get_by_role("radio", name="I can’t get in to my account")).to_be_checked()
    await keys.tab_to(MESSAGE)
    await keys.type("I lost my phone. I made the account today, in this browser.")
    await keys.tab_to("Your email address")
    await keys.type(address)
    await keys.follow("Send")
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have your message")
    request = f"/staff/recovery/{urlsplit(page.url).path.rpartition('/')[2]}"
    for colleague in (PREPARER, ADMINISTRATOR):
        await page.context.clear_cookies()
        await as_staff(page, request, account=colleague)
        await look_at(page)
        await keys.tab_to("What you compared")
        await keys.type("The day and the browser.")
        await keys.tab_to("The account is theirs")
        await keys.press("Enter")
        await expect(page.locator(":focus")).to_contain_text("Your word is kept.")
    await page.context.clear_cookies()
    await visit(page, await link_for(page, address, earlier=2))
    await look_at(page)
    await keys.follow("Stop it")
    await expect(page.get_by_text("It is stopped.")).to_be_visible()
