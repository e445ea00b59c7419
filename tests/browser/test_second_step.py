"""A second step, from setting it up to using it on another device, by keyboard alone."""

from io import BytesIO
from urllib.parse import unquote

import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Page, expect

from tests.authenticator_app import Phone
from tests.browser.checks import NARROW, THEMES, WIDE, Theme, axe_violations, choose_theme, scrolls_sideways
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, make_account, press, sign_in, visit
from tests.browser.keyboard import Keyboard
from tests.browser.second_step import CODE

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _holds(page: Page) -> None:
    assert await axe_violations(page) == []
    await page.set_viewport_size(NARROW)
    assert not await scrolls_sideways(page)
    await page.set_viewport_size(WIDE)


async def _set_up(page: Page, keys: Keyboard) -> Phone:
    await keys.follow("How you sign in")
    await keys.follow("Set up a second step")
    await _holds(page)
    await keys.follow("Set up my second step")
    await _holds(page)
    link = await page.get_by_role("link", name="Open the app").get_attribute("href") or ""
    phone = Phone(await page.locator("p.codes code").inner_text())
    assert f"secret={phone.key.replace(' ', '')}" in link
    assert "@people.example" in unquote(link)
    await keys.tab_to(CODE)
    await keys.type("000 000")
    await keys.follow("Turn on my second step")
    await expect(page.get_by_text("This code is not right.").first).to_be_visible()
    await _holds(page)
    code = phone.code()
    await keys.tab_to(CODE)
    await keys.type(f"{code[:3]} {code[3:]}")
    await keys.follow("Turn on my second step")
    return phone


async def _make_codes(page: Page, keys: Keyboard) -> list[str]:
    await keys.tab_to("Make 10 new codes")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", name="Your new recovery codes")).to_be_focused()
    codes = await page.locator("ol.codes code").all_inner_texts()
    await _holds(page)
    async with page.expect_download() as saving:
        await keys.tab_to("Save as a file")
        await keys.press("Enter")
    saved = (await (await saving.value).path()).read_text(encoding="utf-8")
    assert [code for code in codes if code not in saved] == []
    assert len(codes) == 10
    return codes


@pytest.mark.slow
async def test_somebody_without_a_mouse_sets_it_up_and_gets_in_on_another_device_by_code_and_by_recovery_code(
    open_page: OpenPage,
) -> None:
    laptop, tablet, library = [await open_page() for _ in range(3)]
    address = a_new_address()
    await make_account(laptop, address)
    keys = Keyboard(laptop)
    phone = await _set_up(laptop, keys)
    codes = await _make_codes(laptop, keys)

    await sign_in(tablet, address)
    await _holds(tablet)
    await _is_no_way_into_the_account(tablet)
    keys = Keyboard(tablet)
    await keys.tab_to(CODE)
    await keys.type(code := phone.code())
    await keys.follow("Sign in")
    await expect(tablet.get_by_text(f"You are signed in as {address}.")).to_be_visible()

    await sign_in(library, address, then="/account/devices")
    keys = Keyboard(library)
    await keys.tab_to(CODE)
    await keys.type(code)
    await keys.follow("Sign in")
    await expect(library.get_by_text("This code was used already.").first).to_be_visible()
    await keys.follow("Use a recovery code")
    await _holds(library)
    await keys.tab_to("Recovery code")
    await keys.type(codes[3].upper())
    await keys.follow("Sign in")
    await expect(library.get_by_role("heading", level=1)).to_have_text("Your devices")
    await visit(library, "/account/second-step")
    await expect(library.get_by_text("You have 9 of 10 left.")).to_be_visible()


async def _is_no_way_into_the_account(page: Page) -> None:
    """Half-way in, nothing of the account opens; the way back to the step does."""
    here = page.url
    for path in ("/account", "/account/second-step", "/account/recovery-codes", "/account/devices", "/account/prove"):
        await visit(page, path)
        await expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    await page.goto(here)
    await expect(page.get_by_label(CODE)).to_be_visible()


@pytest.mark.slow
async def test_turning_it_off_asks_first(open_page: OpenPage) -> None:
    page = await open_page()
    address = a_new_address()
    await make_account(page, address)
    keys = Keyboard(page)
    await _set_up(page, keys)
    await visit(page, "/account/second-step")
    await keys.follow("Turn off my second step")
    await _holds(page)
    await keys.follow("Keep it on")
    await expect(page.get_by_text("Your second step is on.")).to_be_visible()
    await keys.follow("Turn off my second step")
    await press(page, "Turn it off")
    await expect(page.get_by_text("This is not the password of your account.").first).to_be_visible()
    await _holds(page)


@pytest.mark.parametrize("theme", THEMES)
async def test_a_camera_reads_in_the_picture_exactly_what_the_link_says(open_page: OpenPage, theme: Theme) -> None:
    page = await open_page()
    await make_account(page, a_new_address(), then="/account/second-step/set-up")
    await choose_theme(page, theme)
    seen = Image.open(BytesIO(await page.locator(".qr-code").screenshot()))
    read = zxingcpp.read_barcode(seen)
    assert read is not None
    link = await page.get_by_role("link", name="Open the app").get_attribute("href")
    assert (read.format, read.text) == (zxingcpp.BarcodeFormat.QRCode, link)
    assert read.text.startswith("otpauth://totp/")
