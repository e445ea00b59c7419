"""One person on their way from the first question to the result, brought to where a picture is taken."""

from datetime import date

from playwright.async_api import Page, expect

from tests.browser.costs import add_cost
from tests.browser.estimates import WITHHELD, answer, answer_date, choose, visit
from tests.browser.interviews import INTERVIEW, begin_interview, go_on, so_far

RESULT = "/tax/2025/result"
_WAGES = "Box 1: wages, tips, other pay"


async def at_the_first_question(page: Page) -> None:
    """Nothing is told yet."""
    await begin_interview(page)


async def at_the_w2(page: Page) -> None:
    """The boxes of the W-2 are typed; the one of the field with the focus is lit in its picture."""
    await begin_interview(page)
    await choose(page, "Filing status", "Single")
    await answer_date(page, "Your date of birth", date(1980, 6, 14))
    await go_on(page, to="dependents")
    await visit(page, f"{INTERVIEW}/w2")
    await page.get_by_role("button", name="Add a form W-2").click()
    await answer(page, "Who sent you this form?", "River Market")
    await answer(page, _WAGES, "16,500")
    await page.get_by_label(WITHHELD).last.fill("900")
    await page.get_by_label(WITHHELD).last.press("Tab")
    await expect(so_far(page)).to_contain_text("You get back")
    await page.get_by_label(WITHHELD).last.focus()


async def at_the_other_income(page: Page) -> None:
    """One page asks for all that most people do not have."""
    await at_the_w2(page)
    await visit(page, f"{INTERVIEW}/which_income")
    box = page.get_by_label("I got Social Security or SSDI")
    await box.check()
    await expect(box).to_have_attribute("data-committed", "on")


async def at_the_hearing_costs(page: Page) -> None:
    """The benefits are told too, and a cost that was paid because of hearing."""
    await at_the_other_income(page)
    await visit(page, f"{INTERVIEW}/social_security")
    await answer(page, "Box 5: net benefits", "19,200")
    await expect(so_far(page)).to_contain_text("You get back")
    await visit(page, f"{INTERVIEW}/hearing")
    card = await add_cost(page, 1, "Hearing aids", "Care for hearing", "3,100")
    verdict = card.get_by_text("Where it belongs")
    await expect(verdict).to_be_visible()
    await verdict.evaluate("(term) => term.scrollIntoView({ block: 'center' })")


async def at_the_review(page: Page) -> None:
    """Each answer once more, with the way to change it."""
    await at_the_hearing_costs(page)
    await visit(page, f"{INTERVIEW}/review")


async def at_the_result(page: Page) -> None:
    """What comes out, and why."""
    await at_the_hearing_costs(page)
    await visit(page, RESULT)
