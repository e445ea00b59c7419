"""A review from both sides, each by keyboard alone: they look at one line of one return, and it comes to its end."""

import pytest
from playwright.async_api import Page, expect

from tests.browser import demo_house
from tests.browser.checks import look_at, settle
from tests.browser.conftest import OpenPage
from tests.browser.demo_house import as_customer, as_staff
from tests.browser.estimates import ESTIMATE, WAGES, visit
from tests.browser.keyboard import Keyboard

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("reviews"),  # one worker starts their house, and not each of them
]
house = demo_house.house
REVIEW = "/tax/2025/review"
LINE = "Adjusted gross income (AGI)"


async def _perceived(page: Page) -> None:
    """A look at it as in every test of a page, and then as it was before."""
    await settle(page)
    await look_at(page)
    await visit(page, page.url)
    await page.set_viewport_size({"width": 1280, "height": 900})


async def test_two_people_go_through_a_review_without_a_mouse(open_page: OpenPage) -> None:
    dana = await open_page("/")
    await as_staff(dana, "/staff/reviews")
    await _perceived(dana)
    keys = Keyboard(dana)
    await keys.tab_to("Take review")
    await keys.press("Enter")
    await expect(dana.get_by_text("You have this review")).to_be_visible()
    await _perceived(dana)

    rosa = await open_page("/")
    await as_customer(rosa, REVIEW)
    await expect(rosa.get_by_text("Dana checks your return")).to_be_visible()
    await _perceived(rosa)
    await expect(dana.get_by_text("The customer looks at this review with you.").first).to_be_visible()

    hers = Keyboard(rosa)
    await hers.tab_to(LINE)
    await hers.press("Enter")
    await expect(dana.get_by_text(f"The customer looks at the line “{LINE}”.").first).to_be_visible()
    await keys.tab_to("Go to the line")
    await keys.press("Enter")
    await expect(dana.locator("summary:focus")).to_contain_text(LINE)
    for page in (dana, rosa):
        await expect(page.get_by_text(f"looks at the line “{LINE}” with you.").first).to_be_visible()

    await keys.tab_to("Write about")
    await keys.type("This is right.")
    await keys.tab_to("Send")
    await keys.press("Enter")
    await expect(dana.get_by_text("Your text is sent.").first).to_be_visible()
    await expect(rosa.get_by_role("list", name="What happened so far")).to_contain_text("This is right.")
    await visit(rosa, ESTIMATE)
    await expect(dana.get_by_text("looks here")).to_have_count(0)
    await rosa.get_by_label(WAGES).fill("40000")
    await rosa.get_by_label(WAGES).blur()
    changes = dana.get_by_role("heading", name="What changed since you last looked")
    await expect(changes).to_be_visible()
    await keys.tab_to("I have looked at these changes")
    await keys.press("Enter")
    await expect(dana.locator(":focus")).to_contain_text("You have looked at all that was changed.")
    await expect(changes).to_be_hidden()

    await keys.tab_to("What do you need from the customer?")
    await keys.type("Do you have a 1099-INT?")
    await keys.tab_to("Ask the customer")
    await keys.press("Enter")
    await visit(rosa, REVIEW)
    await expect(rosa.get_by_text("Dana asks you for something").first).to_be_visible()
    await _perceived(rosa)
    await hers.tab_to("Your text")
    await hers.type("No. I have none.")
    await hers.tab_to("Send")
    await hers.press("Enter")
    await expect(dana.get_by_text("The customer answered").first).to_be_visible()
    await keys.tab_to("Approve this return")
    await keys.press("Enter")
    await keys.tab_to("I approve it, although this is open")
    await keys.press(" ")
    await keys.tab_to("Approve it")
    await keys.press("Enter")
    await expect(dana.get_by_text("You approved it. You do not have that review any more.")).to_be_visible()

    await expect(rosa.get_by_text("Your return was checked and approved").first).to_be_visible()
    await expect(rosa.locator(":focus")).to_contain_text("Dana approved this on")
    await _perceived(rosa)
    await hers.tab_to("Ask for a review")
    await hers.press("Enter")
    await expect(rosa.get_by_text("Your review waits for a preparer")).to_be_visible()
    await _perceived(rosa)
    await hers.tab_to("Take my review back")
    await hers.press("Enter")
    await hers.tab_to("Take it back")
    await hers.press("Enter")
    await expect(rosa.get_by_text("This review was taken back").first).to_be_visible()
    await _perceived(rosa)
