"""Who is away is warned, can stay by one key, and loses nothing when they are signed out."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, expect

from tests.browser.checks import WIDE, axe_violations, settle
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    a_new_address,
    begin_estimate,
    fill_credentials,
    make_account,
    press,
    visit,
)
from tests.browser.keyboard import Keyboard
from tests.processes.house_process import HouseProcess
from tests.processes.passing_house import a_house

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
WAIT_MS = 60_000
WARNING = "You will be signed out within 2 minutes."


@pytest.fixture(name="impatient")
def _impatient() -> Iterator[HouseProcess]:
    """A house that signs people out after half a minute, and warns them when half of it is over."""
    with a_house(IDLE_MINUTES="0.5") as opened:
        yield opened


async def test_who_is_away_is_warned_stays_by_keyboard_and_comes_back_to_what_they_typed(
    browser: Browser, impatient: HouseProcess
) -> None:
    context = await browser.new_context(viewport=WIDE, reduced_motion="reduce")
    page = await context.new_page()
    await page.goto(impatient.address)
    address = a_new_address()
    await make_account(page, address)
    await begin_estimate(page)
    await visit(page, "/account")

    alert = page.get_by_role("alert").filter(has_text=WARNING)
    await expect(alert).to_be_visible(timeout=WAIT_MS)
    assert await page.evaluate("() => document.activeElement === document.body")
    assert await axe_violations(page) == []
    keyboard = Keyboard(page)
    await keyboard.tab_to("Stay signed in")
    await keyboard.press("Enter")
    await expect(alert).to_have_count(0)
    await expect(page.locator(".time-limit p")).to_be_focused()
    await expect(page.locator(".time-limit p")).to_have_text("You stay signed in.")

    await visit(page, ESTIMATE)
    await page.get_by_label(WAGES).press_sequentially("31,2")
    await expect(alert).to_be_visible(timeout=WAIT_MS)
    await expect(page.get_by_label(WAGES)).to_be_focused()
    await page.wait_for_url("**/signed-out?by=itself*", timeout=WAIT_MS)
    await settle(page)
    await expect(page.get_by_text("You were signed out to keep your data safe.")).to_be_visible()
    assert await axe_violations(page) == []
    async with page.expect_navigation():
        await page.get_by_role("main").get_by_role("link", name="Sign in").click()
    await settle(page)
    await fill_credentials(page, address)
    await press(page, "Sign in")
    await expect(page.get_by_label(WAGES)).to_have_value("31,2")
    await context.close()
