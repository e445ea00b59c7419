"""What a browser loads before it shows a page: the first time, and when it comes back."""

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx
from playwright.async_api import BrowserContext, Page, async_playwright

from tests.bench.house.serving import a_house
from tests.bench.page import Table
from tests.browser.checks import CHROMIUM, LAUNCH, settle

_KILOBYTE = 1000
_BEGIN = "/api/forms/estimate"
_ABOUT = """What Chromium transfers until a page is shown and connected: answers with their headers, compressed. The aim
is under 400 KB the first time. "Again" is the same page for the same person."""


def first_load(paths: Sequence[str] = ("/", "/tax/2025/estimate")) -> Table:
    """Requests and kilobytes of each page, for somebody whose browser has nothing of ours yet."""
    with a_house() as house:
        rows = asyncio.run(_loaded(house.address, paths))
    columns = ("page", "requests", "KB", "requests, again", "KB, again")
    return Table("The first load of a page", _ABOUT, columns, tuple(rows))


async def _loaded(address: str, paths: Sequence[str]) -> list[tuple[str, ...]]:
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
        rows = []
        for path in paths:
            context = await chromium.new_context()
            await _begin_an_estimate(context, address)
            rows.append((f"`{path}`", *await _row(await context.new_page(), address + path)))
        await chromium.close()
    return rows


async def _begin_an_estimate(context: BrowserContext, address: str) -> None:
    async with httpx.AsyncClient(base_url=address) as form:
        await form.post(_BEGIN, data={"tax_year": "2025"}, headers={"Origin": address})
        cookies = dict(form.cookies)
    await context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])


async def _row(page: Page, url: str) -> list[str]:
    network, came = await page.context.new_cdp_session(page), list[float]()

    def finished(event: dict[str, Any]) -> None:
        came.append(event["encodedDataLength"])

    await network.send("Network.enable")
    network.on("Network.loadingFinished", finished)
    row = []
    for _ in range(2):
        came.clear()
        await page.goto(url)
        await settle(page)
        row += [f"{len(came)}", f"{sum(came) / _KILOBYTE:.0f}"]
    return row
