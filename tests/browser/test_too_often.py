"""Who is faster than the limits allow reads what happened, and can go on."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.checks import (
    NARROW,
    THEMES,
    WIDE,
    axe_violations,
    choose_theme,
    hidden_focus,
    scrolls_sideways,
    settle,
    small_targets,
)
from tests.processes.house_process import HouseProcess
from tests.processes.passing_house import a_house

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("too often"),  # one worker starts their house, and not each of them
]
FEW, FEW_PAGES = 20, 3
_ROOM_MS = 30_000
_FLOOD = """(times) => {
    for (let sent = 0; sent < times; sent++) window.socket.emit("event", {client_id: window.clientId, id: -1});
}"""


@pytest.fixture(scope="module")
def strict_house() -> Iterator[HouseProcess]:
    """A house with limits that are soon reached."""
    with a_house(REQUESTS_PER_MINUTE=str(FEW), EVENTS_PER_MINUTE=str(FEW), MOST_PAGES=str(FEW_PAGES)) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, strict_house: HouseProcess) -> AsyncIterator[Page]:
    """A page of that house."""
    context = await browser.new_context(reduced_motion="reduce")
    page = await context.new_page()
    await page.goto(strict_house.address)
    await settle(page)
    yield page
    await context.close()


async def test_a_page_that_sends_too_much_says_so_sends_changes_again_and_the_person_closes_it(
    page: Page, strict_house: HouseProcess
) -> None:
    await page.goto(f"{strict_house.address}/development/components/field")
    await settle(page)
    await page.evaluate(_FLOOD, FEW * 2)
    notice = page.locator(".connection")
    await expect(notice.get_by_role("status")).to_contain_text("That was faster than we can follow.")
    await page.get_by_label("Your city").fill("Rochester")
    await page.keyboard.press("Tab")
    await expect(page.get_by_text("Not saved yet. We are still trying.", exact=True)).to_be_visible()
    assert await axe_violations(page) == []
    await expect(notice.get_by_role("status")).to_contain_text("We have all your changes now.", timeout=_ROOM_MS)
    await expect(page.get_by_text("Not saved yet.")).to_have_count(0)
    assert await axe_violations(page) == []
    await notice.get_by_role("button", name="Close this message").click()
    await expect(notice).to_be_hidden()


async def test_a_page_that_made_room_for_others_says_so_and_loads_again_when_asked(
    page: Page, strict_house: HouseProcess
) -> None:
    for _ in range(FEW_PAGES):
        other = await page.context.new_page()
        await other.goto(strict_house.address)
        await settle(other)
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_have_text("This page was closed")
    await expect(heading).to_be_focused()
    for name in ("MBTQ, first page", "Change how we talk", "Taxes"):
        await expect(page.get_by_role("link", name=name)).to_be_visible()
    for theme in THEMES:
        await choose_theme(page, theme)
        assert await axe_violations(page) == []
    await page.set_viewport_size(NARROW)
    assert not await scrolls_sideways(page)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Load this page again")).to_be_focused()
    await page.keyboard.press("Enter")
    await settle(page)
    await expect(heading).not_to_have_text("This page was closed")
    assert await page.evaluate("() => window.socket.connected")
    await expect(heading).to_be_focused()
    await page.reload()
    await settle(page)
    await expect(heading).not_to_be_focused()  # nobody pressed the button this time


async def _ask_until_refused(page: Page) -> None:
    """Other requests of the last minute count too."""
    for _ in range(FEW * 2):
        reply = await page.reload()
        if reply is not None and reply.status == 429:
            return
    raise AssertionError("Nobody is refused.")


async def test_the_page_of_a_refusal_can_be_read_and_left_by_everybody(page: Page) -> None:
    await _ask_until_refused(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Please wait a moment")
    await expect(page.get_by_role("main")).to_contain_text("You can go on in ")
    for size in (WIDE, NARROW):
        await page.set_viewport_size(size)
        for theme in THEMES:
            await choose_theme(page, theme)
            assert await axe_violations(page) == []
        assert not await scrolls_sideways(page)
        assert await small_targets(page) == []
        assert await hidden_focus(page) == []
    await _ask_until_refused(page)  # all these looks may have taken longer than a minute
    for name in (
        "Skip to the main part",
        "MBTQ, first page",
        "Change how we talk",
        "Try again",
        "Sign in",
        "Go to the first page",
    ):
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name=name)).to_be_focused()
