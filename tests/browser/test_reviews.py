"""Customer and preparer look at one line of one return at the same time, each by keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page, expect

from services import demo
from tests.browser.checks import look_at, settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import fill_credentials, press, visit
from tests.browser.keyboard import Keyboard
from tests.browser.test_feedback import as_staff
from tests.processes.house_process import HouseProcess
from tests.processes.passing_house import a_house

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("reviews"),  # one worker starts their house, and not each of them
]
LINE = "Adjusted gross income (AGI)"


@pytest.fixture(scope="module")
def house() -> Iterator[HouseProcess]:
    """A house with demo people: Rosa has asked for a review, and Dana is a preparer."""
    with a_house(DEMO_DATA="true") as opened:
        yield opened


async def _perceived(page: Page) -> None:
    """A look at it as in every test of a page, and then as it was before."""
    await settle(page)
    await look_at(page)
    await visit(page, page.url)
    await page.set_viewport_size({"width": 1280, "height": 900})


async def test_two_people_look_at_one_line_of_one_return_without_a_mouse(open_page: OpenPage) -> None:
    dana = await open_page("/")
    await as_staff(dana, "/staff/reviews")
    await _perceived(dana)
    keys = Keyboard(dana)
    await keys.tab_to("Take review")
    await keys.press("Enter")
    await expect(dana.get_by_text("You have this review")).to_be_visible()
    await _perceived(dana)

    rosa = await open_page("/")
    await visit(rosa, "/sign-in?next=/tax/2025/review")
    await fill_credentials(rosa, "rosa@demo.example", demo.PASSWORD)
    await press(rosa, "Sign in")
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
    await rosa.close()
    await expect(dana.get_by_text("looks here")).to_have_count(0)
