"""What a person sees on a phone or at 400% zoom, while they answer questions."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.checks import NARROW, WIDE, choose_text_size, scrolls_sideways
from tests.browser.conftest import OpenPage
from tests.browser.costs import COSTS, add_cost
from tests.browser.estimates import ESTIMATE, WAGES, answer, answer_as_a_single_person, begin_estimate, visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
ADDED = [
    (ESTIMATE, "Add a person", "Person {}"),
    (ESTIMATE, "Add a form W-2", "W-2 number {}"),
    (COSTS, "Add a cost", "Cost {}"),
]
ZOOMED: ViewportSize = {"width": 320, "height": 256}
_COVERED = """() => {
    const line = document.querySelector(".answer-in-sight").getBoundingClientRect();
    return document.activeElement.getBoundingClientRect().bottom > line.top + 1;
}"""
_BEGINS_IN_VIEW = """(card) => {
    const line = [...document.querySelectorAll(".answer-in-sight")].find((each) => each.getClientRects().length);
    const end = line?.getBoundingClientRect().top ?? innerHeight;
    const parts = [card.querySelector("h3, h4"), card.querySelector("input, select")];
    return parts.map((part) => part.getBoundingClientRect()).every(({ top, bottom }) => top >= 0 && bottom <= end);
}"""
_LETTERS = """(boxes) => boxes.map((box) => ({
    size: parseFloat(getComputedStyle(box).fontSize), cut: box.scrollWidth > box.clientWidth }))"""
_HEADINGS = """() => ["h1", "h2", "h3", "h4", "p"].map((level) =>
    parseFloat(getComputedStyle(document.querySelector(`main ${level}`) ?? document.body).fontSize))"""
_LINES_OF_NAMES = """() => [...document.querySelectorAll("main .unbroken")]
    .filter((name) => name.checkVisibility()).map((name) => name.getClientRects().length)"""
_IS_CUT = "(select) => select.scrollWidth > select.clientWidth || select.scrollHeight > select.clientHeight"


async def test_who_answers_on_a_phone_sees_the_new_refund_beside_the_field_and_nothing_lies_over_the_focus(
    open_page: OpenPage,
) -> None:
    page = await open_page("/", viewport=NARROW)
    await begin_estimate(page)
    line = page.locator(".answer-in-sight")
    await expect(line).to_be_hidden()
    await answer_as_a_single_person(page)
    await answer(page, WAGES, "31,200")
    await expect(line).to_have_text("You owe $1,619")
    await expect(line).to_be_in_viewport(ratio=1)
    await expect(page.get_by_label(WAGES)).to_be_in_viewport()
    await _tab_through(page, times=12)
    await choose_text_size(page, "4")
    await _tab_through(page, times=6)
    assert not await scrolls_sideways(page)
    letters = await page.locator(".box").evaluate_all(_LETTERS)
    assert [each for each in letters if each["size"] < 12 or each["cut"]] == []
    assert set(await page.evaluate(_LINES_OF_NAMES)) == {1}, "W-2 and its like never break"
    await page.set_viewport_size(ZOOMED)
    await expect(line).to_be_hidden()


async def test_the_answer_that_is_chosen_from_a_list_can_be_read_whole_in_the_largest_text(open_page: OpenPage) -> None:
    page = await open_page("/", viewport=NARROW)
    await begin_estimate(page)
    await visit(page, COSTS)
    await choose_text_size(page, "4")
    card = await add_cost(page, 1, "Live captioning (CART)", "Care for hearing", "200")
    chosen = card.get_by_label("What did you pay for?")
    once = await chosen.evaluate("(select) => select.clientHeight")
    assert not await chosen.evaluate(_IS_CUT)
    await chosen.select_option(label="Hearing aids")
    assert await chosen.evaluate("(select) => select.clientHeight") < once


@pytest.mark.parametrize("screen", [NARROW, WIDE])
async def test_what_is_added_begins_in_view_by_mouse_and_by_keyboard(open_page: OpenPage, screen: ViewportSize) -> None:
    page = await open_page("/", viewport=screen)
    await begin_estimate(page)
    await answer_as_a_single_person(page)
    for path, add, named in ADDED:
        await visit(page, path)
        button = page.get_by_role("button", name=add)
        ways: list[Callable[[], Awaitable[None]]] = [button.click, partial(button.press, "Enter"), button.click]
        for number, pressed in enumerate(ways, start=1):
            await pressed()
            card = page.get_by_role("region", name=named.format(number))
            await expect(card).to_be_focused()
            assert await card.evaluate(_BEGINS_IN_VIEW)


async def _tab_through(page: Page, *, times: int) -> None:
    await page.get_by_label(WAGES).focus()
    for _ in range(times):
        await page.keyboard.press("Tab")
        assert not await page.evaluate(_COVERED)


@pytest.mark.parametrize("width", [320, 400, 1280])
async def test_no_heading_is_larger_than_the_one_above_it_and_the_result_grows_with_the_text(
    open_page: OpenPage, width: int
) -> None:
    page = await open_page("/", viewport={"width": width, "height": 900})
    await begin_estimate(page)
    for size in ("1", "2", "3", "4"):
        await choose_text_size(page, size)
        levels = await page.evaluate(_HEADINGS)
        assert levels == sorted(levels, reverse=True)
    in_sight = await page.locator(".answer-in-sight").evaluate("(line) => parseFloat(getComputedStyle(line).fontSize)")
    assert in_sight >= 28
