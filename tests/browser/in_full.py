"""`make a11y-full`: every page and every state of every component, in every theme and width, by every rule.

`make test` looks at all of them too: at pages in the light theme, and at the colours of components in each. This takes
minutes.
"""

import pytest
from playwright.async_api import Page, ViewportSize

from tests.browser.checks import (
    NARROW,
    THEMES,
    WIDE,
    axe_violations,
    choose_text_size,
    choose_theme,
    hidden_focus,
    scrolls_sideways,
    small_targets,
)
from tests.browser.conftest import OpenPage
from tests.browser.screens import SCREENS
from tests.browser.test_gallery import NAMES

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
WIDTHS = (WIDE, NARROW)
_WIDTH_IN_WORDS = [f"{each['width']} px" for each in WIDTHS]


@pytest.mark.parametrize("viewport", WIDTHS, ids=_WIDTH_IN_WORDS)
@pytest.mark.parametrize("name", SCREENS)
async def test_a_page_is_perceived_in_every_theme(name: str, viewport: ViewportSize, open_page: OpenPage) -> None:
    page = await open_page()
    await SCREENS[name](page)
    await page.set_viewport_size(viewport)
    await _hold_against_everything(page)


@pytest.mark.parametrize("viewport", WIDTHS, ids=_WIDTH_IN_WORDS)
@pytest.mark.parametrize("name", NAMES)
async def test_a_component_is_perceived_in_every_theme(name: str, viewport: ViewportSize, open_page: OpenPage) -> None:
    await _hold_against_everything(await open_page(f"/development/components/{name}", viewport=viewport))


async def _hold_against_everything(page: Page) -> None:
    for theme in THEMES:
        await choose_theme(page, theme)
        assert await axe_violations(page) == []
    await choose_theme(page, "system")
    await page.emulate_media(forced_colors="active")
    assert await hidden_focus(page) == []
    await page.emulate_media(forced_colors="none")
    assert await small_targets(page) == []
    for step in ("1", "2", "3", "4"):
        await choose_text_size(page, step)
        assert not await scrolls_sideways(page)
