"""What people do on the page of costs for hearing, as the browser tests do it."""

from datetime import date

from playwright.async_api import Locator, Page, expect

from tests.browser.estimates import WAGES, answer, answer_as_a_single_person, begin_estimate, visit
from tests.browser.keyboard import Keyboard

COSTS = "/tax/2025/costs"
MORTGAGE = "1098, box 1: mortgage interest"


async def estimate_of_somebody_who_itemizes(page: Page) -> None:
    """Enough interest on a home that a work cost for a disability counts at once."""
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await answer(page, WAGES, "82,000")
    await page.get_by_text("I own a home").click()
    await answer(page, MORTGAGE, "16,000")


async def add_cost(page: Page, number: int, kind: str, purpose: str, amount: str) -> Locator:
    """Add a cost and say what it was, what for, when and how much."""
    await page.get_by_role("button", name="Add a cost").click()
    card = page.get_by_role("region", name=f"Cost {number}")
    await expect(card).to_be_focused()
    await card.get_by_label("What did you pay for?").select_option(label=kind)
    await card.get_by_role("radio", name=purpose).check()
    for part, figure in (("Month", "5"), ("Day", "9"), ("Year", "2025")):
        await card.get_by_label(part).fill(figure)
    await card.get_by_label("What did it cost in all?").fill(amount)
    await card.get_by_label("What did it cost in all?").press("Tab")
    return card


async def add_an_interpreter_at_work(page: Page, keys: Keyboard) -> None:
    """By keyboard: an interpreter for $1,000, for work alone."""
    await keys.tab_to("Add a cost")
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Cost 1")).to_be_focused()
    await keys.tab_to("What did you pay for?")
    await keys.type("Interp")
    await keys.tab()
    await keys.press("Space", "ArrowDown")
    await expect(page.get_by_label("What did it cost in all?")).to_be_visible()
    spent_on = date(2025, 5, 9)
    for figure in (spent_on.month, spent_on.day, spent_on.year):
        await keys.tab()
        await keys.type(str(figure))
    assert await keys.tab() == "What did it cost in all?"
    await keys.type("1,000")
    await keys.press("Enter")  # what is asked next is drawn before the focus goes on
    await expect(page.get_by_role("group", name="private life")).to_be_visible()
    await keys.tab_to("private life")
    await keys.press("Space", "ArrowDown")


async def costs_that_are_complete(page: Page) -> None:
    """One below the floor, and one that counts."""
    await estimate_of_somebody_who_itemizes(page)
    await visit(page, COSTS)
    await add_cost(page, 1, "Hearing aids", "Care for hearing", "3,100")
    at_work = await add_cost(page, 2, "Interpreter", "Work as an employee", "900")
    await at_work.get_by_role("group", name="private life").get_by_label("No", exact=True).check()
    await expect(at_work).to_contain_text("your refund is $198 higher")


async def costs_of_all_kinds(page: Page) -> None:
    """Two that are complete, one that is not settled, one with a mistake, and one just begun."""
    await costs_that_are_complete(page)
    await add_cost(page, 3, "Live captioning (CART)", "Care for hearing", "200")
    wrong = await add_cost(page, 4, "Interpreter", "My own business", "a lot")
    await wrong.get_by_label("For customers or employees").check()
    await visit(page, COSTS)
    await page.get_by_text("Questions about cost 2").click()
    await page.get_by_text("The rule for cost 2").click()
    await page.get_by_role("button", name="Add a cost").click()
    await expect(page.get_by_role("region", name="Cost 5")).to_be_focused()
    await page.get_by_role("region", name="Cost 5").get_by_label("Year").fill("19")
    await page.get_by_role("region", name="Cost 5").get_by_label("Year").press("Tab")
    await expect(page.locator(".error").first).to_be_visible()
