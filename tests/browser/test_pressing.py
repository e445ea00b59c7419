"""A press counts for what was pressed, also when the page moves under the pointer before it is released."""

import pytest
from playwright.async_api import CDPSession, Locator, Page, expect

from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Point = dict[str, float]
SHIFT_PX = 90
_TOUCH = "Input.dispatchTouchEvent"
_STAND_AT = "(part, { x, y }) => { part.style.cssText = `position: fixed; left: ${x - 20}px; top: ${y - 20}px`; }"
_TELL_CLICKS = """() => {
  const names = new Map([...document.querySelectorAll("button, a")].map((part) => [part, part.textContent.trim()]));
  window.clicked = []; // a button that is busy has other words
  document.addEventListener("click", ({ target }) => window.clicked.push(names.get(target.closest("button, a")) ?? ""));
}"""


async def _watched(open_page: OpenPage, component: str = "button") -> Page:
    page = await open_page(f"/development/components/{component}")
    await page.evaluate(_TELL_CLICKS)
    return page


async def _clicked(page: Page) -> list[str]:
    """What was clicked since the last look."""
    await page.evaluate("() => new Promise(requestAnimationFrame)")
    return list(await page.evaluate("() => window.clicked.splice(0)"))


async def _push_down(page: Page, pixels: int = SHIFT_PX) -> None:
    """Let the page grow above what is pressed, as an answer of the server does."""
    await page.evaluate("(pixels) => { document.querySelector('main').style.paddingTop = `${pixels}px`; }", pixels)


async def test_a_press_counts_once_though_the_page_moves_before_the_release(open_page: OpenPage) -> None:
    for component, name in (("button", "Save and go on"), ("link", "Estimate my refund")):
        page = await _watched(open_page, component)
        part = page.get_by_role("main").get_by_text(name)
        for pixels in (0, SHIFT_PX):
            await _hold(page, part)
            await _push_down(page, pixels)
            await _release(page)
            assert await _clicked(page) == [name]
        await page.keyboard.press("Enter")
        assert await _clicked(page) == [name], "a key is no second half of a press"


async def test_a_pointer_that_was_moved_away_or_what_can_no_longer_be_pressed_clicks_nothing(
    open_page: OpenPage,
) -> None:
    page = await _watched(open_page)
    save = page.get_by_role("button", name="Save and go on")
    away = await _hold(page, save)
    await _push_down(page)
    await page.mouse.move(away["x"] + 40, away["y"])
    await _release(page)
    assert "Save and go on" not in await _clicked(page)

    for gone in ("button.disabled = true", "button.hidden = true"):
        await _hold(page, save)
        await save.evaluate(f"(button) => {{ {gone}; }}")
        await _push_down(page)
        await _release(page)
        assert "Save and go on" not in await _clicked(page)
        await page.evaluate(
            "() => document.querySelectorAll('main button').forEach((each) => (each.disabled = each.hidden = false))"
        )


async def test_what_arrives_under_the_pointer_is_never_pressed(open_page: OpenPage) -> None:
    page = await _watched(open_page)
    save, other = page.get_by_role("button", name="Save and go on"), page.get_by_role("button", name="Sign out")
    for touch in (await _finger(page), None):
        await other.evaluate("(button) => { button.style.cssText = ''; }")
        place = await _hold(page, save, touch)
        await _push_down(page)
        await other.evaluate(_STAND_AT, place)
        await _release(page, touch)
        assert await _clicked(page) == ["Save and go on"]


async def test_a_finger_presses_once_and_leaves_the_field_that_it_was_in(open_page: OpenPage) -> None:
    page = await _watched(open_page, "field")
    city, fill_in = page.get_by_label("Your city"), page.get_by_role("button", name="Fill it in")
    touch = await _finger(page)
    for pixels in (0, SHIFT_PX):
        await city.focus()
        await _hold(page, fill_in, touch)
        await _push_down(page, pixels)
        await _release(page, touch)
        await expect(city).not_to_be_focused()
        assert await _clicked(page) == ["Fill it in"]


async def _finger(page: Page) -> CDPSession:
    """What touches the page; where there is none, the mouse does."""
    return await page.context.new_cdp_session(page)


async def _hold(page: Page, part: Locator, touch: CDPSession | None = None) -> Point:
    """Press it where it stands on a page as it was drawn."""
    await _push_down(page, 0)
    box = await part.bounding_box()
    assert box
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    if touch:
        await touch.send(_TOUCH, {"type": "touchStart", "touchPoints": [place]})
    else:
        await page.mouse.move(place["x"], place["y"])
        await page.mouse.down()
    return place


async def _release(page: Page, touch: CDPSession | None = None) -> None:
    if touch:
        await touch.send(_TOUCH, {"type": "touchEnd", "touchPoints": []})
    else:
        await page.mouse.up()
