"""The second step as the browser tests do it: with a phone of their own, or with what demo staff are shown."""

from urllib.parse import urljoin

from playwright.async_api import Page, expect

from tests.authenticator_app import Phone
from tests.browser.estimates import a_new_address, make_account, press, sign_in, visit

CODE = "Code from your app"


async def with_phone(page: Page) -> tuple[str, Phone]:
    """Make an account and turn its second step on: the address and the phone."""
    address = a_new_address()
    await make_account(page, address, then="/account/second-step/set-up")
    phone = Phone(await page.locator("p.codes code").inner_text())
    await page.get_by_label(CODE).fill(phone.code())
    await press(page, "Turn on my second step")
    return address, phone


async def half_way_in(page: Page) -> None:
    """Make such an account, and stop at the second step of another sign-in."""
    address, _ = await with_phone(page)
    await page.context.clear_cookies()
    await sign_in(page, address)


async def with_new_codes(page: Page) -> None:
    """See new recovery codes."""
    await with_phone(page)
    await page.get_by_role("button", name="Make 10 new codes").click()
    await expect(page.locator("ol.codes li")).to_have_count(10)


async def do_step_as_demo_staff(page: Page, account: str) -> None:
    """Read the code that development shows, when it is time for one, and type it."""
    codes = await page.context.new_page()
    entry = codes.locator("dl.pairs > div", has_text=account).locator("dd")
    while True:
        await codes.goto(urljoin(page.url, "/development/codes"))
        if (code := await entry.inner_text()).isdigit():
            break
    await codes.close()
    await page.get_by_label(CODE).fill(code)
    await press(page, "Sign in")


async def second_step_that_is_on(page: Page) -> None:
    """The page of the second step while it is on."""
    await with_phone(page)
    await visit(page, "/account/second-step")
