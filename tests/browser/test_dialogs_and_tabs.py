"""Dialogs and tabs by keyboard, in every theme, at 400 percent and on paper."""

import pytest
from playwright.async_api import ViewportSize, expect

from tests.browser.checks import NARROW, WIDE, axe_violations, choose_theme
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
DIALOGS, TABS = "/development/components/dialog", "/development/components/tabs"


async def test_a_dialog_takes_the_focus_keeps_it_and_gives_it_back(open_page: OpenPage) -> None:
    page = await open_page(DIALOGS)
    keys = Keyboard(page)
    await keys.tab_to("Delete my estimate")
    await keys.press("Enter")
    dialog = page.get_by_role("dialog", name="Delete your estimate for 2025?")
    await expect(dialog.get_by_role("heading")).to_be_focused()
    assert [await keys.tab() for _ in range(3)] == ["Close", "Keep it", "Delete it"]
    await keys.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name="Delete my estimate")).to_be_focused()


async def test_the_answer_that_changes_nothing_closes_the_dialog_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = await open_page(DIALOGS)
    opener = page.get_by_role("button", name="Delete my estimate")
    await opener.press("Enter")
    await page.get_by_role("button", name="Keep it").press("Enter")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(opener).to_be_focused()
    await expect(page.locator(".status").first).to_have_text("")


async def test_an_answer_closes_the_dialog_and_is_said_beside_the_button(open_page: OpenPage) -> None:
    page = await open_page(DIALOGS)
    opener = page.get_by_role("button", name="Delete my estimate")
    await opener.press("Enter")
    await page.get_by_role("button", name="Delete it").press("Enter")
    await expect(opener).to_be_focused()
    await expect(page.locator(".status").first).to_have_text("This is only an example. Nothing was deleted.")


async def test_what_the_page_says_is_heard_inside_an_open_dialog(open_page: OpenPage) -> None:
    page = await open_page(DIALOGS)
    await page.get_by_role("button", name="Give it a name").press("Enter")
    dialog = page.get_by_role("dialog", name="Name this estimate")
    await dialog.get_by_label("Name", exact=True).fill("5")
    await page.keyboard.press("Tab")
    await expect(dialog.get_by_role("status")).to_have_text("Name: Type a name with letters.")
    await expect(dialog.get_by_label("Name", exact=True)).to_have_value("5")
    await dialog.get_by_role("button", name="Save the name").press("Enter")
    await expect(dialog.get_by_label("Name", exact=True)).to_be_visible()
    await dialog.get_by_label("Name", exact=True).fill("Mine")
    await dialog.get_by_role("button", name="Save the name").click()
    await expect(dialog).to_be_hidden()


async def test_an_open_dialog_can_be_perceived_in_every_theme_and_at_400_percent(open_page: OpenPage) -> None:
    page = await open_page(DIALOGS, viewport=NARROW)
    await page.get_by_role("button", name="Read it all").press("Enter")
    assert await axe_violations(page) == []
    for theme in ("dark", "contrast"):
        await choose_theme(page, theme)
        assert await axe_violations(page, rules="colour") == []
    assert not await page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('[open]'))"
    )


async def test_tabs_are_one_stop_and_arrow_keys_go_round(open_page: OpenPage) -> None:
    page = await open_page(TABS)
    keys = Keyboard(page)
    await keys.tab_to("By text")
    await keys.press("ArrowLeft")
    await expect(page.get_by_role("tab", name="In person")).to_be_focused()
    await expect(page.get_by_role("tabpanel", name="In person")).to_be_visible()
    await expect(page.get_by_role("tabpanel", name="By text")).to_be_hidden()
    await keys.press("Home")
    await expect(page.get_by_role("tab", name="By text")).to_have_attribute("aria-selected", "true")
    await keys.press("End", "Tab")
    await expect(page.get_by_role("tabpanel", name="In person")).to_be_focused()


async def test_paper_shows_every_part_of_tabs(open_page: OpenPage) -> None:
    page = await open_page(TABS)
    await page.emulate_media(media="print")
    for name in ("By text", "By video", "In person"):
        await expect(page.get_by_role("heading", name=name)).to_be_visible()


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
async def test_a_dialog_lies_in_the_middle_of_the_window_also_as_the_last_part_of_a_card(
    open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = await open_page(DIALOGS, viewport=viewport)
    opener = page.get_by_role("button", name="Delete my estimate")
    await page.locator("dialog").evaluate_all(
        "(all) => all.forEach((each) => each.parentElement.classList.add('card'))"
    )
    await opener.press("Enter")
    box = await page.get_by_role("dialog", name="Delete your estimate for 2025?").bounding_box()
    assert box
    assert abs(box["y"] - (viewport["height"] - box["y"] - box["height"])) <= 2
