"""A person without a mouse: what they press, and whether they see where they are at every stop."""

from contextlib import suppress
from typing import Any, cast

from playwright.async_api import Error, Page

_MOST_STOPS = 150
_LONGEST_MOVE_MS = 5_000


class Keyboard:
    """Keys only. Every stop must be marked by a line of 2 px or more, lie on the screen, and be covered by nothing."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self._page.keyboard.press(key)

    async def type(self, text: str) -> None:
        """Type where the focus is."""
        await self._page.keyboard.type(text)

    async def tab(self, key: str = "Tab") -> str:
        """Go on by one stop, or back with Shift+Tab: its name, with that of its group before it."""
        await self.press(key)
        stop = await self._page.evaluate(_STOP)
        if not stop["uncovered"]:  # what was typed before may just be changing the page above
            stop = await self._once_nothing_moves()
        assert stop["marked"], f"The focus cannot be seen on {stop['name']!r}."
        assert stop["uncovered"], f"Something lies over {stop['name']!r}, or it is off the screen."
        return str(stop["name"])

    async def _once_nothing_moves(self) -> dict[str, Any]:
        with suppress(Error):
            await self._page.wait_for_function(f"() => ({_STOP})().uncovered", timeout=_LONGEST_MOVE_MS)
        return cast("dict[str, Any]", await self._page.evaluate(_STOP))

    async def tab_to(self, name: str, key: str = "Tab") -> None:
        """Go on, or back with Shift+Tab, and round the page if need be, until a stop has these words in its name."""
        passed = []
        for _ in range(_MOST_STOPS):
            passed.append(await self.tab(key))
            if name in passed[-1]:
                return
        raise AssertionError(f"The Tab key never reaches {name!r}, only {passed}.")

    async def follow(self, name: str) -> None:
        """Go to a link or a button, press Enter, and wait for the page that it leads to."""
        await self.tab_to(name)
        async with self._page.expect_navigation():
            await self.press("Enter")
        await self._page.wait_for_function("() => window.did_handshake === true")


_STOP = """() => {
    const stop = document.activeElement;
    const words = stop.labels?.[0]?.innerText ?? stop.getAttribute("aria-label") ?? stop.innerText ?? "";
    const group = stop.closest("fieldset")?.querySelector("legend")?.innerText ?? "";
    const holders = [stop, stop.closest("label")].filter(Boolean);
    const marked = holders.some((holder) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(holder);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
    const pieces = [...stop.getClientRects()];
    const uncovered = pieces.length > 0 && pieces.every(({ left, top, width, height }) => {
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return holders.some((holder) => holder.contains(seen));
    });
    return { name: stop === document.body ? "the end of the page" : `${group} ${words}`.trim(),
             marked: marked || stop === document.body, uncovered: uncovered || stop === document.body };
}"""
"""A link that breaks over two lines has a piece in each, and the middle of both is between them."""
