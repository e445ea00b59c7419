"""Every state of every component in a real browser: what axe finds, what can be pressed, what is too wide."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

import components
from tests.browser.checks import (
    NARROW,
    WIDE,
    axe_violations,
    hidden_focus,
    look_in_every_theme,
    scrolls_sideways,
    settle,
    small_targets,
)
from tests.browser.conftest import OpenPage, write_down_errors
from tests.processes.house_process import HouseProcess

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
NAMES = sorted(path.parent.name for path in Path(components.__path__[0]).glob("*/examples.py"))


@dataclass(frozen=True, slots=True)
class Window:
    """A window that stays open, and what its console has said."""

    page: Page
    said: list[str]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def window(browser: Browser) -> AsyncIterator[Window]:
    """One for all components: examples keep nothing, and scripts that were read once are read at once again."""
    context = await browser.new_context(reduced_motion="reduce")
    opened = Window(await context.new_page(), [])
    write_down_errors(opened.page, opened.said)
    yield opened
    await context.close()


@pytest.fixture
def gallery(window: Window) -> Iterator[Page]:
    """Its page; at the end, the console must have said nothing bad since then."""
    window.said.clear()
    yield window.page
    assert not window.said


@pytest.mark.parametrize("name", NAMES)
async def test_every_state_of_a_component_can_be_perceived_reached_and_hit_in_every_theme_and_on_a_phone(
    name: str, gallery: Page, house: HouseProcess
) -> None:
    await gallery.set_viewport_size(WIDE)
    await gallery.goto(f"{house.address}/development/components/{name}")
    await settle(gallery)
    await look_in_every_theme(gallery)


async def test_the_checker_finds_what_is_wrong(browser: Browser) -> None:
    page = await browser.new_page(viewport=NARROW)
    await page.set_content(
        '<html lang="en-US"><title>Wrong</title><main><h1>Wrong</h1><img src="data:,"><button style="outline:none">Go'
        '</button><p style="color:#999;background:#fff;width:400px">Grey on white, too wide</p></main></html>'
    )
    found = await axe_violations(page)
    assert {line.split()[0] for line in found} >= {"image-alt", "color-contrast"}
    assert {line.split()[0] for line in await axe_violations(page, rules="colour")} == {"color-contrast"}
    assert await scrolls_sideways(page)
    assert await small_targets(page) == ["Go"]
    assert await hidden_focus(page) == ["Go"]


async def test_the_two_dates_of_a_stretch_stay_on_one_line_where_there_is_room(open_page: OpenPage) -> None:
    page = await open_page("/development/components/chart")
    dates = page.locator(".chart-row > .num", has_text="January 5, 2026 to February 2, 2026").first
    lines = (
        "(box) => { const r = document.createRange(); r.selectNodeContents(box); return r.getClientRects().length; }"
    )
    assert await dates.evaluate(lines) == 1
