"""The first questions, answered without a mouse: left in the middle, resumed, changed, and led on to the taxes."""

import pytest
from playwright.async_api import expect

from services.intake.steps import START, Step
from tests.browser.conftest import OpenPage
from tests.browser.estimates import visit
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_somebody_without_a_mouse_answers_leaves_comes_back_and_goes_on_to_their_taxes(
    open_page: OpenPage,
) -> None:
    page = await open_page(START)
    keys = Keyboard(page)
    await keys.follow("Begin")
    await keys.tab_to("Text only")
    await keys.press("ArrowUp")
    await keys.follow("Save and go on")
    await expect(page.get_by_role("banner")).to_contain_text("captioned phone")

    await keys.tab_to("Sign language")
    await keys.type("American")
    await keys.follow("Save and go on")
    await keys.tab_to("I have no such number")
    await keys.press("Space", "ArrowDown")
    await keys.tab_to("Your number")
    await keys.type("202 555 0123")
    await keys.follow("Save and go on")
    await expect(page.get_by_role("heading", level=1)).to_have_text("How should alerts come?")

    await visit(page, START)
    await expect(page.get_by_text("American Sign Language (ASL)")).to_be_visible()
    await expect(page.get_by_text("(202) 555-0123, video relay (VRS)")).to_be_visible()
    await visit(page, Step.PROGRAMS.path)
    await keys.tab_to("SSDI")
    await keys.press("Space")
    await keys.follow("Save and go on")
    await keys.follow("Save and go on")
    await expect(page.get_by_role("heading", name="Have your SSA-1099 beside you")).to_be_visible()

    await keys.follow("Go on to your taxes")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Estimate your refund")
