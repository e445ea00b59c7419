"""A restart of the house in the middle of a word."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from playwright.async_api import Browser, expect

from tests.browser.checks import settle
from tests.browser.estimates import (
    EVERYTHING,
    WAGES,
    WITHHELD,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    choose,
    connection,
    kept_after_a_reload,
    refund_card,
    visit,
)
from tests.browser.interviews import INTERVIEW, begin_interview, go_on
from tests.processes.house_process import HouseProcess, free_port
from tests.processes.passing_house import a_folder

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
LONGEST_START_MS = 90_000
"""A house that was killed mends its database first; on a busy machine that takes a while."""


class OwnHouse:
    """A house that can be killed and started again, on the same data and port."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir, self._port = data_dir, free_port()
        self.start()

    def start(self) -> None:
        """Start it, and wait until it is there."""
        self.process = HouseProcess(self._data_dir, self._port).opened()

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self.process.process.kill()
        self.process.ended()


@pytest.fixture
def own_house() -> Iterator[OwnHouse]:
    """A house of this test alone."""
    with a_folder() as folder:
        own = OwnHouse(folder)
        yield own
        own.kill()
        with suppress(FileNotFoundError, psutil.NoSuchProcess):
            own.process.database().kill()


@pytest.mark.slow
async def test_a_restart_of_the_house_loses_nothing(browser: Browser, own_house: OwnHouse) -> None:
    page = await browser.new_page(reduced_motion="reduce")
    await page.goto(own_house.process.address)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    await page.get_by_text("I have savings or investments").click()
    await page.get_by_label(WAGES).press_sequentially("31,200")
    await page.keyboard.press("Tab")
    await expect(refund_card(page)).to_contain_text("You owe $1,619")
    await page.keyboard.type("2,1")

    own_house.kill()
    await expect(connection(page)).to_have_text(
        "Connection lost. We are trying again. What you typed is kept in this tab. Keep it open."
    )
    await page.keyboard.type("8")
    # The new process does not know this page, so it is loaded again.
    async with page.expect_navigation(timeout=LONGEST_START_MS):
        own_house.start()
    await settle(page)

    await expect(page.get_by_label(WITHHELD)).to_be_focused()
    await expect(page.get_by_label(WITHHELD)).to_have_value("2,18")
    await expect(connection(page)).to_contain_text(
        "The connection is back. What you typed is kept in this tab. Keep it open."
    )
    await expect(page.get_by_label("1099-INT, box 1: interest")).to_be_visible()
    await page.keyboard.type("4")
    await page.keyboard.press("Tab")
    await expect(refund_card(page)).to_contain_text("You get back $565")
    await kept_after_a_reload(page)
    await page.context.close()


@pytest.mark.slow
async def test_what_is_chosen_while_the_house_is_down_is_saved_when_it_is_back(
    browser: Browser, own_house: OwnHouse
) -> None:
    page = await browser.new_page(reduced_motion="reduce")
    await page.goto(own_house.process.address)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    own_house.kill()
    await choose(page, "Filing status", "Head of household")
    await page.get_by_label(EVERYTHING).check()
    async with page.expect_navigation(timeout=LONGEST_START_MS):
        own_house.start()
    await settle(page)
    await expect(page.get_by_label(EVERYTHING)).to_have_attribute("data-committed", "on")
    await page.evaluate("() => sessionStorage.clear()")
    await page.reload()
    await settle(page)
    await expect(page.get_by_role("radio", name="Head of household")).to_be_checked()
    await expect(page.get_by_label(EVERYTHING)).to_be_checked()
    await page.context.close()


@pytest.mark.slow
async def test_a_restart_in_the_middle_of_the_interview_loses_neither_the_place_nor_a_word(
    browser: Browser, own_house: OwnHouse
) -> None:
    page = await browser.new_page(reduced_motion="reduce")
    await page.goto(own_house.process.address)
    await begin_interview(page)
    await visit(page, f"{INTERVIEW}/w2")
    await answer(page, WAGES, "31,200")
    await page.get_by_label(WITHHELD).press_sequentially("2,1")

    own_house.kill()
    await expect(connection(page)).to_contain_text("Connection lost.")
    await page.keyboard.type("8")
    async with page.expect_navigation(timeout=LONGEST_START_MS):
        own_house.start()
    await settle(page)

    await expect(page.get_by_label(WITHHELD)).to_be_focused()
    await page.keyboard.type("4")
    await go_on(page, to="which_income")
    await page.evaluate("() => sessionStorage.clear()")
    await visit(page, INTERVIEW)
    await page.wait_for_url(f"**{INTERVIEW}/which_income")
    await visit(page, f"{INTERVIEW}/w2")
    await expect(page.get_by_label(WAGES)).to_have_value("31,200")
    await expect(page.get_by_label(WITHHELD)).to_have_value("2,184")
    await page.context.close()
