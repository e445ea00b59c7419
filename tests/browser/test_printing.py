"""What lies on paper when somebody prints their estimate."""

import pytest
from playwright.async_api import expect

from tests.browser.checks import choose_theme
from tests.browser.conftest import OpenPage
from tests.browser.estimates import WAGES, estimate_of_a_family

WHAT_IT_IS = "This is an estimate, not a tax return. We sent nothing to the IRS."
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_who_prints_an_estimate_gets_questions_with_answers_every_line_and_the_day_in_black_on_white(
    open_page: OpenPage,
) -> None:
    page = await open_page()
    await estimate_of_a_family(page)
    await choose_theme(page, "contrast")
    assert (await page.pdf(format="Letter")).startswith(b"%PDF")  # it also has the day written in
    await page.emulate_media(media="print")

    today = await page.evaluate("() => new Date().toLocaleDateString('en-US', { dateStyle: 'long' })")
    await expect(page.locator(".on-paper")).to_have_text(f"{WHAT_IT_IS} Printed on {today}")
    for gone in ("navigation", "button", "radio"):
        await expect(page.get_by_role(gone)).to_have_count(0)
    await expect(page.get_by_text("Married, one return together", exact=True)).to_be_visible()
    await expect(page.get_by_text("Head of household", exact=True)).to_be_hidden()
    await expect(page.get_by_label(WAGES)).to_have_css("border-top-width", "0px")
    await expect(page.get_by_text("It counts the answers that are saved.")).to_be_visible()  # folded on the screen
    await expect(page.get_by_text("Form 1040, line 34", exact=True)).to_be_visible()
    await expect(page.get_by_role("complementary", name="Refund so far")).to_have_css("position", "static")
    colours = await page.evaluate("() => ['color', 'backgroundColor'].map((of) => getComputedStyle(document.body)[of])")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
