"""The screens around links in letters, and the ways that lead to them."""

from collections.abc import Awaitable, Callable
from functools import partial

from playwright.async_api import Page

from tests.browser.estimates import a_new_address, fill_credentials, link_for, make_account, press, visit


async def ask_by(page: Page, form: str, address: str, *, then: str = "/account") -> None:
    """Ask for a letter in one field."""
    await visit(page, f"{form}?next={then}")
    await page.get_by_label("Email address").fill(address)
    await page.locator("main form button[type=submit]").press("Enter")
    await page.wait_for_url("**/look-in-your-email")


async def _look_in_your_email(page: Page) -> None:
    await visit(page, "/sign-up")
    await fill_credentials(page, a_new_address())
    await press(page, "Make my account")


async def _confirm_elsewhere(page: Page) -> None:
    address = a_new_address()
    await visit(page, "/sign-up")
    await fill_credentials(page, address)
    await press(page, "Make my account")
    link = await link_for(page, address)
    await page.context.clear_cookies()
    await visit(page, link)
    await press(page, "Confirm and sign in")


async def _opened_link(page: Page, *, form: str) -> None:
    address = a_new_address()
    await make_account(page, address)
    await page.context.clear_cookies()
    await ask_by(page, form, address)
    await visit(page, await link_for(page, address, earlier=1))


LETTER_SCREENS: dict[str, Callable[[Page], Awaitable[object]]] = {
    **{path: partial(visit, path=path) for path in ("/sign-in/link", "/forgot-password", "/forgot-password/done")},
    "look in your email": _look_in_your_email,
    "confirm elsewhere, without the password": _confirm_elsewhere,
    "link to sign in": partial(_opened_link, form="/sign-in/link"),
    "link for a new password": partial(_opened_link, form="/forgot-password"),
    "link that we do not know": partial(visit, path="/sign-up/confirm?token=x"),
}
