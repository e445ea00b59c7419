"""What people do in the guided interview, as the browser tests do it."""

from playwright.async_api import Locator, Page, expect

from tests.browser.checks import settle
from tests.browser.estimates import press, visit

INTERVIEW = "/tax/2025/interview"
GO_ON = "Save and go on"


async def begin_interview(page: Page) -> None:
    """Begin the guided interview for 2025."""
    await visit(page, "/tax")
    await press(page, "Go step by step through 2025")


async def review_of_nothing(page: Page) -> None:
    """The last page, before anything is told."""
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/review")


async def boxes_to_tick(page: Page) -> None:
    """The page that asks what somebody had, with a box ticked."""
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/which_income")
    await page.get_by_label("I got Social Security or SSDI").check()
    await expect(page.get_by_label("None of these")).to_be_hidden()


async def a_w2_with_a_slip(page: Page) -> None:
    """A W-2 typed box by box, with two boxes swapped, and its picture beside it."""
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await page.get_by_role("button", name="Add a form W-2").click()
    await page.get_by_role("textbox", name="Box 1: wages, tips, other pay").fill("2,184")
    await page.get_by_role("textbox", name="Box 2: federal income tax withheld").fill("31,200")
    await page.get_by_role("textbox", name="Box 3: Social Security wages").focus()
    await expect(page.get_by_role("button", name="Yes, it is right")).to_be_visible()


async def three_forms_of_savings(page: Page) -> None:
    """A 1099-INT, a 1099-DIV and a 1099-B, each under its heading."""
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/savings")
    for form in ("1099-INT", "1099-DIV", "1099-B summary"):
        await page.get_by_role("button", name=f"Add a form {form}").click()
        await expect(page.get_by_role("region", name=f"{form} number 1")).to_be_focused()


async def go_on(page: Page, *, to: str) -> None:
    """Follow the way on, and wait for the step that it leads to."""
    await page.get_by_role("link", name=GO_ON).click()
    await page.wait_for_url(f"**{INTERVIEW}/{to}*")
    await settle(page)


def so_far(page: Page) -> Locator:
    """The card beside the questions."""
    return page.get_by_role("complementary", name="Your refund so far")
