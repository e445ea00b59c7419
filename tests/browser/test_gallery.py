"""Every state of every component in a real browser: what axe finds, what can be pressed, what is too wide."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

import components
from tests.browser.checks import (
    NARROW,
    axe_violations,
    choose_text_size,
    choose_theme,
    hidden_focus,
    scrolls_sideways,
    small_targets,
)
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
NAMES = sorted(path.parent.name for path in Path(components.__path__[0]).glob("*/examples.py"))


@pytest.mark.parametrize("name", NAMES)
async def test_every_state_of_a_component_can_be_perceived_in_every_theme(name: str, open_page: OpenPage) -> None:
    page = await open_page(f"/development/components/{name}")
    assert await axe_violations(page) == []
    for theme in ("dark", "contrast"):
        await choose_theme(page, theme)
        assert await axe_violations(page, rules="colour") == []


@pytest.mark.parametrize("name", NAMES)
async def test_every_state_of_a_component_fits_a_phone_and_a_zoom_of_400_percent(
    name: str, open_page: OpenPage
) -> None:
    page = await open_page(f"/development/components/{name}", viewport=NARROW)
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)
    await choose_text_size(page, "4")
    assert not await scrolls_sideways(page)


@pytest.mark.parametrize("name", NAMES)
async def test_every_state_of_a_component_can_be_reached_seen_and_hit(name: str, open_page: OpenPage) -> None:
    page = await open_page(f"/development/components/{name}")
    assert await small_targets(page) == []
    assert await hidden_focus(page) == []


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


async def test_the_frame_leaves_three_quarters_of_a_phone_to_the_page(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    assert (
        await page.evaluate("() => document.querySelector('main').getBoundingClientRect().top") <= NARROW["height"] / 4
    )
