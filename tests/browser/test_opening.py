"""What is drawn only when a person opens it: they may be faster than the server, or without a connection."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import answer_as_a_single_person, begin_estimate, connection

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
TIPS = "I got tips, or pay for overtime"
_SLOW = """() => {
    const emit = window.socket.emit.bind(window.socket);
    window.socket.emit = (...sent) => setTimeout(() => emit(...sent), 1000);
}"""


async def test_who_types_into_a_section_before_the_server_has_answered_finds_it_in_the_first_field(
    open_page: OpenPage,
) -> None:
    page = await _an_estimate(open_page)
    await page.evaluate(_SLOW)
    await page.evaluate(_TO_SUMMARY, TIPS)
    for key in ("Enter", "Tab", "7", "5", "0", "Backspace"):
        await page.keyboard.press(key)
    first = page.locator("details", has_text=TIPS).locator("input").first
    await expect(first).to_be_focused()
    await expect(first).to_have_value("75")
    await page.keyboard.press("Tab")
    await expect(
        first.locator("xpath=ancestor::*[contains(@class, 'field')]").locator("[data-committed]")
    ).to_be_attached()


async def test_a_section_that_is_opened_without_a_connection_says_so_and_is_there_when_it_is_back(
    open_page: OpenPage,
) -> None:
    page = await _an_estimate(open_page, quiet=False)
    await page.context.set_offline(True)
    await page.evaluate("() => window.socket.io.engine.close()")
    await page.get_by_text(TIPS, exact=True).dispatch_event("click")
    inside = page.locator("details", has_text=TIPS)
    await expect(connection(page)).to_contain_text("Connection lost.")
    await expect(inside.get_by_text("Loading. If the connection is lost, this comes when it is back.")).to_be_visible()
    await page.context.set_offline(False)
    await expect(inside.locator("input").first).to_be_visible(timeout=20_000)
    await expect(inside.get_by_text("Loading.")).to_have_count(0)


_TO_SUMMARY = (
    """(words) => [...document.querySelectorAll("summary")].find((line) => line.textContent === words).focus()"""
)


async def _an_estimate(open_page: OpenPage, *, quiet: bool = True) -> Page:
    page = await open_page("/", quiet=quiet)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    return page
