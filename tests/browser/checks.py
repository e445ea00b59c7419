"""What every page and every gallery page is measured by in a real browser."""

from pathlib import Path
from shutil import which
from typing import Literal

from playwright.async_api import Page, ViewportSize

Theme = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[Theme, ...] = ("light", "dark", "contrast")
AXE = Path(__file__).parents[2] / "assets" / "checker" / "axe.min.js"
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
# Without windows it does the same in three quarters of the time: the other one draws its toolbar as a page of its own.
CHROMIUM = which("chromium-headless-shell") or which("chromium") or "chromium"
LAUNCH = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


async def look_at(page: Page) -> None:
    """Hold a page, which is open on a wide screen, against what a look at it can tell in the light.

    Its colours in other themes are those of its components, and `look_in_every_theme` holds these.
    """
    assert await small_targets(page) == []
    assert await hidden_focus(page) == []
    assert await touching(page) == []
    await page.set_viewport_size(NARROW)
    assert await touching(page) == []
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)
    assert await page.evaluate(_TOP_OF_MAIN) <= NARROW["height"] / 4
    await choose_text_size(page, "4")
    assert not await scrolls_sideways(page)


async def look_in_every_theme(page: Page) -> None:
    """The same, with every rule on the wide screen, and its colours in the dark and in high contrast."""
    assert await axe_violations(page) == []
    for theme in ("dark", "contrast"):
        await choose_theme(page, theme)
        assert await axe_violations(page, rules="colour") == []
    await choose_theme(page, "light")
    await look_at(page)


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
    wider = "({ scrollWidth, clientWidth }) => scrollWidth > clientWidth"
    return bool(await page.evaluate(f"() => ({wider})(document.scrollingElement)"))


async def small_targets(page: Page) -> list[str]:
    """The words of what is to be pressed and lower than 44 px; links in the middle of a sentence may be."""
    return list(await page.evaluate(_SMALL_TARGETS))


async def touching(page: Page) -> list[str]:
    """Two things, one below the other, without a gap between them though one has a frame or the lower is a heading.

    The reason or the error right below a button belongs to it.
    """
    return list(await page.evaluate(_TOUCHING))


async def hidden_focus(page: Page) -> list[str]:
    """The words of what the Tab key reaches without a visible line around it."""
    return list(await page.evaluate(_HIDDEN_FOCUS))


async def choose_theme(page: Page, theme: Theme) -> None:
    """Show the page in a theme, as the display settings do it, once every colour has arrived."""
    await page.evaluate(
        "(theme) => theme === 'system' ? delete document.documentElement.dataset.theme"
        " : (document.documentElement.dataset.theme = theme)",
        theme,
    )
    await page.evaluate("() => document.getAnimations().forEach((each) => each.finish())")


async def choose_text_size(page: Page, step: Literal["1", "2", "3", "4"]) -> None:
    """Show the page in one of the four text sizes."""
    await page.evaluate("(step) => (document.documentElement.dataset.textSize = step)", step)


async def settle(page: Page) -> None:
    """Wait until the page is drawn, its font is there and its socket is connected."""
    await page.wait_for_function("() => window.did_handshake === true")
    await page.evaluate("() => document.fonts.ready")


# What stands below the frame: the way that led here, where there is one, and then the main part.
_TOP_OF_MAIN = "() => document.querySelector('.way, main').getBoundingClientRect().top + window.scrollY"

_SMALL_TARGETS = """() => [...document.querySelectorAll(
    "button, summary, select, textarea, a.button, nav a, label:has(> input), " +
    "input:not([type=hidden], [type=radio], [type=checkbox])"
)].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
  .map((each) => each.innerText || each.id)"""

_HIDDEN_FOCUS = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=tabpanel]"
)]
    .filter((each) => {
        if (!each.checkVisibility() || each.matches(":disabled")) return false;
        each.focus({ focusVisible: true });
        const holders = [each, each.closest("label")].filter(Boolean);
        return !holders.some((holder) => parseFloat(getComputedStyle(holder).outlineWidth) >= 2
            && getComputedStyle(holder).outlineStyle !== "none");
    })
    .map((each) => each.innerText || each.id)"""

_TOUCHING = """() => {
    const framed = ".button, .notice, .card", gap = 7.5;
    const parts = [...document.querySelectorAll(
        `main :is(${framed}, h2, h3, details, .table-box, .chart, p:not(.reason, .error), ul, ol, dl, .field, a)`
    )].filter((each) => each.checkVisibility())
        .map((each) => [each, each.getBoundingClientRect()]).filter(([, box]) => box.height > 1);
    const below = ([, one], [, two]) => two.top > one.bottom - 3 && two.top < one.bottom + gap
        && Math.min(one.right, two.right) - Math.max(one.left, two.left) > 4;
    const matters = ([one], [two]) => !one.contains(two) && !two.contains(one)
        && (one.matches(framed) || two.matches(framed) || two.matches("h2, h3"));
    return parts.flatMap((one) => parts.filter((two) => below(one, two) && matters(one, two))
        .map((two) => `${one[0].innerText} / ${two[0].innerText}`))
        .concat([...document.querySelectorAll("main details[open] .button")]
            .filter((each) => each.checkVisibility()
                && each.closest("details").getBoundingClientRect().bottom - each.getBoundingClientRect().bottom < gap)
            .map((each) => `${each.innerText} / the line below it`));
}"""
