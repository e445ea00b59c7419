"""`make screenshots`: the pictures in docs/pictures; with a folder, every screen in every theme and at both widths.

python -m tests.browser.pictures [folder]
"""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from tests.browser import journey
from tests.browser.checks import CHROMIUM, LAUNCH, NARROW, THEMES, WIDE, Theme, choose_theme, settle
from tests.browser.costs import COSTS, costs_that_are_complete
from tests.browser.estimates import estimate_of_a_family, visit
from tests.browser.screens import SCREENS, Way
from tests.browser.team_screens import TEAM_SCREENS
from tests.processes.house_process import ROOT
from tests.processes.passing_house import a_house

FOLDER = ROOT / "docs" / "pictures"
PHONE: ViewportSize = {"width": 320, "height": 760}


class Picture(NamedTuple):
    """The way to what it shows, what that is looked at on, and in which theme.

    It shows the top of the page without a focus, or the page `as_left`.
    """

    way: Way
    on_phone: bool = False
    theme: Theme = "light"
    as_left: bool = False


async def _costs_read_again(page: Page) -> None:
    """Who comes back finds the questions folded, and reads what was found."""
    await costs_that_are_complete(page)
    await visit(page, COSTS)


PICTURES = {
    "welcome": Picture(SCREENS["/"]),
    "estimate": Picture(estimate_of_a_family),
    "costs": Picture(_costs_read_again),
    "estimate-phone": Picture(estimate_of_a_family, on_phone=True),
    "journey-1-first-question": Picture(journey.at_the_first_question),
    "journey-2-w2": Picture(journey.at_the_w2, as_left=True),
    "journey-3-other-income-phone": Picture(journey.at_the_other_income, on_phone=True),
    "journey-4-hearing-costs-phone": Picture(journey.at_the_hearing_costs, on_phone=True, as_left=True),
    "journey-5-review": Picture(journey.at_the_review),
    "journey-6-result": Picture(journey.at_the_result),
    "journey-6-result-phone": Picture(journey.at_the_result, on_phone=True),
    "welcome-phone-contrast": Picture(SCREENS["/"], on_phone=True, theme="contrast"),
}
"""The pictures of the documents, by file name. Nobody in them makes a mistake."""


def main() -> None:
    """Start a house of its own, look at it with Chromium, and write PNG files."""
    expect.set_options(timeout=15_000)  # milliseconds: a busy machine is slow, not wrong
    with a_house() as house:
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1])
            folder.mkdir(parents=True, exist_ok=True)
            asyncio.run(_everything(house.address, folder, SCREENS))
            with a_house(DEMO_DATA="true") as team:
                asyncio.run(_everything(team.address, folder, TEAM_SCREENS))
        else:
            asyncio.run(_documents(house.address))


async def _documents(address: str) -> None:
    async with _chromium() as chromium:
        for name, picture in PICTURES.items():
            page = await _at(chromium, address, picture.way, PHONE if picture.on_phone else WIDE)
            await choose_theme(page, picture.theme)
            if not picture.as_left:
                await page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }")
            await page.screenshot(path=FOLDER / f"{name}.png")
            await page.context.close()


async def _everything(address: str, folder: Path, screens: Mapping[str, Way]) -> None:
    async with _chromium() as chromium:
        for screen, way in screens.items():
            page = await _at(chromium, address, way, WIDE)
            for viewport in (WIDE, NARROW):
                await page.set_viewport_size(viewport)
                for theme in THEMES:
                    await choose_theme(page, theme)
                    name = f"{_file_name(screen)}-{viewport['width']}-{theme}.png"
                    await page.screenshot(path=folder / name, full_page=True)
            await page.context.close()


def _file_name(screen: str) -> str:
    return re.sub(r"\W+", "-", screen).strip("-") or "welcome"


async def _at(chromium: Browser, address: str, way: Way, viewport: ViewportSize) -> Page:
    context = await chromium.new_context(viewport=viewport, reduced_motion="reduce", timezone_id="UTC")
    page = await context.new_page()
    await page.goto(address)
    await settle(page)
    await way(page)
    return page


@asynccontextmanager
async def _chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        yield await playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)


if __name__ == "__main__":
    main()
