"""Every page in a real browser: what axe finds, what can be pressed, and whether it fits a phone."""

import pytest

from tests.browser.checks import choose_text_size, look_at
from tests.browser.conftest import OpenPage
from tests.browser.estimates import visit
from tests.browser.screens import SCREENS

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
_COLUMN_OF_MAIN = """() => document.querySelector(".with-side > div").offsetWidth
    / document.querySelector(".with-side").offsetWidth"""


@pytest.mark.parametrize("name", SCREENS)
async def test_a_page_can_be_perceived_and_fits_a_phone(name: str, open_page: OpenPage) -> None:
    page = await open_page()
    await SCREENS[name](page)
    await look_at(page)


async def test_a_page_that_is_not_there_can_be_perceived_too(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    assert await visit(page, "/nowhere") == 404
    await look_at(page)
    assert [line for line in said if "status of 404" not in line] == []


async def test_the_largest_text_has_the_whole_width_of_a_desk_and_the_usual_one_two_columns(
    open_page: OpenPage,
) -> None:
    page = await open_page("/")
    assert await page.evaluate(_COLUMN_OF_MAIN) < 0.8
    await choose_text_size(page, "4")
    assert await page.evaluate(_COLUMN_OF_MAIN) == 1
    assert await page.evaluate("() => document.querySelector('main p').getBoundingClientRect().width") > 1000
