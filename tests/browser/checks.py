"""What every page and every gallery page is measured by in a real browser."""

from pathlib import Path
from typing import Literal

from playwright.async_api import Page

Theme = Literal["system", "light", "dark", "contrast"]
AXE = Path(__file__).parents[2] / "assets" / "checker" / "axe.min.js"
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LAUNCH = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


async def axe_violations(page: Page, *, rules: Literal["all", "colour"] = "all") -> list[str]:
    """What axe-core finds, one line a node: rule, where, and what to do. Incomplete colour checks are not counted."""
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))  # not a script tag: the content policy would refuse it
    only = {"type": "tag", "values": EVERY_RULE} if rules == "all" else {"type": "rule", "values": COLOUR_RULES}
    found = await page.evaluate(
        "async (only) => (await axe.run(document, {runOnly: only, resultTypes: ['violations']})).violations",
        only,
    )
    return [f"{each['id']} {node['target']}: {node['failureSummary']}" for each in found for node in each["nodes"]]


async def scrolls_sideways(page: Page) -> bool:
    """Whether the page itself is wider than the screen; a table may scroll inside its own region."""
    return bool(
        await page.evaluate("() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth")
    )


async def choose_theme(page: Page, theme: Theme) -> None:
    """Show the page in a theme, as the display settings do it, once every colour has arrived."""
    await page.evaluate(
        "(theme) => theme === 'system' ? delete document.documentElement.dataset.theme"
        " : (document.documentElement.dataset.theme = theme)",
        theme,
    )
    await page.evaluate("() => Promise.allSettled(document.getAnimations().map((each) => each.finished))")


async def choose_text_size(page: Page, step: Literal["1", "2", "3", "4"]) -> None:
    """Show the page in one of the four text sizes."""
    await page.evaluate("(step) => (document.documentElement.dataset.textSize = step)", step)


async def settle(page: Page) -> None:
    """Wait until the page is drawn, its font is there and its socket is connected."""
    await page.wait_for_function("() => window.did_handshake === true")
    await page.evaluate("() => document.fonts.ready")
