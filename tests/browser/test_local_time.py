"""Moments in the time zone of whoever looks, also where they come later, and without a page that moves."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.checks import NARROW, settle
from tests.browser.conftest import write_down_errors
from tests.processes.house_process import HouseProcess

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
_SHIFTS = """() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().length)).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(0), 500);
})"""  # without fonts, which come when they like and move the page


async def _opened(browser: Browser, house: HouseProcess, zone: str, said: list[str]) -> Page:
    context = await browser.new_context(reduced_motion="reduce", timezone_id=zone, viewport=NARROW)
    await context.route("**/*.woff2", lambda route: route.fulfill(status=204))
    page = await context.new_page()
    write_down_errors(page, said)
    await page.goto(f"{house.address}/development/components/local_time")
    await settle(page)
    return page


async def test_moments_are_told_in_the_zone_of_whoever_looks_and_named(browser: Browser, house: HouseProcess) -> None:
    said: list[str] = []
    zones = ("Etc/UTC", "America/New_York", "Pacific/Honolulu")
    in_utc, page, in_honolulu = [await _opened(browser, house, zone, said) for zone in zones]
    await expect(in_utc.get_by_text("You asked on July 4, 2026 at 16:00 UTC.")).to_be_visible()
    await expect(page.get_by_text("You asked on July 4, 2026 at 12:00 PM EDT.")).to_be_visible()
    await expect(in_utc.get_by_text("It was set on November 30, 2026 (UTC).")).to_be_visible()
    await expect(in_honolulu.get_by_text("It was set on November 29, 2026.")).to_be_visible()
    await expect(page.get_by_text("W-2, November 30, 2026 at 12:18 AM EST")).to_be_visible()
    assert await page.locator("time").first.get_attribute("datetime") == "2026-07-04T16:00Z"
    assert await page.evaluate(_SHIFTS) == await in_utc.evaluate(_SHIFTS) == 0
    await page.get_by_role("button", name="Look").click()
    await expect(page.get_by_text("Last looked at: November 30, 2026 at 12:18 AM EST.")).to_be_visible()
    assert await page.locator("time", has_text="UTC").count() == 0
    assert not said
    for each in (in_utc, page, in_honolulu):
        await each.context.close()
