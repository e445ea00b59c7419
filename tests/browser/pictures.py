"""`make screenshots`: the pictures in docs/pictures; with a folder, every screen in every theme and at both widths.

python -m tests.browser.pictures [folder]
"""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from tests.browser.checks import CHROMIUM, LAUNCH, NARROW, THEMES, WIDE, Theme, choose_theme, settle
from tests.browser.screens import SCREENS
from tests.processes.house_process import ROOT
from tests.processes.passing_house import a_house

FOLDER = ROOT / "docs" / "pictures"
PHONE: ViewportSize = {"width": 320, "height": 760}


class Picture(NamedTuple):
    """A screen by its name in screens.py, what it is looked at on, and in which theme."""

    screen: str
    on_phone: bool = False
    theme: Theme = "light"


PICTURES = {
    "welcome": Picture("/"),
    "estimate": Picture("estimate of a family"),
    "costs": Picture("costs of all kinds"),
    "estimate-phone": Picture("estimate of a family", on_phone=True),
    "welcome-phone-contrast": Picture("/", on_phone=True, theme="contrast"),
}
"""The pictures of the documents, by file name. They show what is in view without scrolling."""


def main() -> None:
    """Start a house of its own, look at it with Chromium, and write PNG files."""
    with a_house() as house:
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1])
            folder.mkdir(parents=True, exist_ok=True)
            asyncio.run(_everything(house.address, folder))
        else:
            asyncio.run(_documents(house.address))


async def _documents(address: str) -> None:
    async with _chromium() as chromium:
        for name, picture in PICTURES.items():
            page = await _at(chromium, address, picture.screen, PHONE if picture.on_phone else WIDE)
            await choose_theme(page, picture.theme)
            await page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }")
            await page.screenshot(path=FOLDER / f"{name}.png")
            await page.context.close()


async def _everything(address: str, folder: Path) -> None:
    async with _chromium() as chromium:
        for screen in SCREENS:
            page = await _at(chromium, address, screen, WIDE)
            for viewport in (WIDE, NARROW):
                await page.set_viewport_size(viewport)
                for theme in THEMES:
                    await choose_theme(page, theme)
                    name = f"{_file_name(screen)}-{viewport['width']}-{theme}.png"
                    await page.screenshot(path=folder / name, full_page=True)
            await page.context.close()


def _file_name(screen: str) -> str:
    return re.sub(r"\W+", "-", screen).strip("-") or "welcome"


async def _at(chromium: Browser, address: str, screen: str, viewport: ViewportSize) -> Page:
    context = await chromium.new_context(viewport=viewport, reduced_motion="reduce")
    page = await context.new_page()
    await page.goto(address)
    await settle(page)
    await SCREENS[screen](page)
    return page


@asynccontextmanager
async def _chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        yield await playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)


if __name__ == "__main__":
    main()
