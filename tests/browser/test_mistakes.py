"""Forms that come back because something has to be mended."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, fill_credentials, link_for, make_account, press, visit
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_mistakes_are_said_in_one_place_whose_links_lead_into_the_fields(open_page: OpenPage) -> None:
    page = await open_page("/sign-up")
    await fill_credentials(page, "maria at home", "short")
    await press(page, "Make my account")
    address, password = page.get_by_label("Email address"), page.get_by_label("Password (required)")

    await expect(page.get_by_role("group", name="Please check your answers")).to_be_focused()
    await expect(address).to_have_value("maria at home")
    await expect(password).to_have_value("")
    for field, to_do in ((address, "It needs an @ sign"), (password, "at least 15 characters")):
        await page.get_by_role("link").filter(has_text=to_do).click()
        await expect(field).to_be_focused()
        await expect(field).to_have_attribute("aria-invalid", "true")
        await expect(field).to_have_accessible_description(_containing(to_do))


async def test_somebody_who_mends_the_mistakes_gets_where_they_were_going(open_page: OpenPage) -> None:
    page, address = await open_page("/sign-up?next=/tax"), a_new_address()
    await fill_credentials(page, "maria at home", "short")
    await press(page, "Make my account")
    await fill_credentials(page, address, PASSWORD)
    await press(page, "Make my account")
    await visit(page, await link_for(page, address))
    await press(page, "Confirm and sign in")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Estimate your refund")


async def test_a_wrong_password_is_said_at_the_address(open_page: OpenPage) -> None:
    address = a_new_address()
    await make_account(await open_page(), address)
    page = await open_page("/sign-in")
    await fill_credentials(page, address, "not the right password")
    await press(page, "Sign in")
    await expect(page.get_by_label("Email address")).to_have_value(address)
    await expect(page.get_by_label("Email address")).to_have_accessible_description(_containing("do not match"))


def _containing(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))
