"""A house that runs for this worker's browser tests, and a Chromium to look at it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright, expect

from tests.browser.checks import CHROMIUM, LAUNCH, WIDE, settle
from tests.processes.house_process import HouseProcess
from tests.processes.passing_house import a_house

expect.set_options(timeout=15_000)  # milliseconds: a busy machine is slow, not wrong
_NOTHING_TO_DRAW = "/robots.txt"
OpenPage = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
def house() -> Iterator[HouseProcess]:
    """One house for all browser tests of a worker; a test that stops one starts its own."""
    with a_house() as opened:
        yield opened


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all browser tests of a worker; each page has a context of its own, as after a fresh install."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, house: HouseProcess) -> AsyncIterator[OpenPage]:
    """Opens a path of the house in a window of its own; at the end, the console must have said nothing bad.

    Without a path, the window is at the house and shows a few lines of text: for a test that goes elsewhere first.
    """
    said: list[str] = []
    contexts: list[BrowserContext] = []

    async def opened(path: str = "", *, viewport: ViewportSize | None = None, quiet: bool = True) -> Page:
        context = await browser.new_context(viewport=viewport or WIDE, reduced_motion="reduce", timezone_id="UTC")
        contexts.append(context)
        page = await context.new_page()
        if quiet:
            write_down_errors(page, said)
        await page.goto(house.address + (path or _NOTHING_TO_DRAW))
        if path:
            await settle(page)
        return page

    yield opened
    for context in contexts:
        await context.close()
    assert not said


def write_down_errors(page: Page, said: list[str]) -> None:
    """From now on, keep here what the console of a page says that is bad."""
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda problem: said.append(str(problem)))
