"""The ways on, back and into the guided interview keep what is typed. test_journeys.py goes all the way through it."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import WAGES, WITHHELD, visit
from tests.browser.interviews import GO_ON, INTERVIEW, begin_interview, go_on

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_is_typed_and_not_left_is_saved_on_the_way_on_and_waits_on_the_way_back(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await page.get_by_label(WAGES).fill("31,200")
    await go_on(page, to="which_income")
    await page.go_back()
    await settle(page)
    await expect(page.get_by_label(WAGES)).to_have_value("31,200")
    await page.get_by_label(WITHHELD).press_sequentially("2,1")
    await page.go_back()
    await settle(page)
    await page.go_forward()
    await settle(page)
    await expect(page.get_by_label(WITHHELD)).to_have_value("2,1")


async def test_a_mistake_keeps_the_person_once_and_lets_them_go_the_second_time(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await page.get_by_label(WAGES).fill("12 monkeys")
    await page.get_by_role("link", name=GO_ON).click()
    await expect(page.get_by_label(WAGES)).to_be_focused()
    await expect(page.get_by_text("Type an amount in dollars").first).to_be_visible()
    await go_on(page, to="which_income")
    await page.get_by_role("link", name="Back", exact=True).click()
    await page.wait_for_url(_ends("w2"))
    await settle(page)
    await expect(page.get_by_label(WAGES)).to_have_value("12 monkeys")


async def test_a_link_of_the_review_leads_into_its_question(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await page.get_by_label(WITHHELD).fill("900")
    await go_on(page, to="which_income")
    await visit(page, f"{INTERVIEW}/review")
    await page.get_by_role("link", name=f"Change {WITHHELD}").click()
    await page.wait_for_url(f"**{INTERVIEW}/w2?at=*")
    await expect(page.get_by_label(WITHHELD)).to_be_focused()


def _ends(step: str) -> re.Pattern[str]:
    return re.compile(rf"{INTERVIEW}/{step}$")
