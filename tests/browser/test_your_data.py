"""Taking a copy of one's data, in a real browser and by keyboard alone."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.async_api import expect

from tests.browser.checks import NARROW, axe_violations, scrolls_sideways
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, answer, begin_estimate, make_account, visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_copy_is_saved_and_its_page_reads_without_a_network(open_page: OpenPage, tmp_path: Path) -> None:
    page = await open_page()
    await make_account(page, a_new_address())
    await begin_estimate(page)
    await answer(page, "Box 1: your wages", "31200")
    await visit(page, "/account/your-data")
    for _ in range(2):  # the page stays as it is, and can be asked again
        await page.get_by_role("button", name="Get my copy").focus()
        async with page.expect_download() as saving:
            await page.keyboard.press("Enter")
        saved = await saving.value
    await expect(page.get_by_role("heading", name="Your data", exact=True)).to_be_visible()
    await saved.save_as(tmp_path / saved.suggested_filename)
    with ZipFile(tmp_path / saved.suggested_filename) as archive:
        archive.extractall(tmp_path)
    await page.context.set_offline(True)
    await page.goto((tmp_path / "index.html").as_uri())
    await expect(page.get_by_role("heading", name="Estimate for 2025")).to_be_visible()
    await expect(page.get_by_role("cell", name="$31,200").first).to_be_visible()
    assert await axe_violations(page) == []
    await page.set_viewport_size(NARROW)
    assert not await scrolls_sideways(page)
