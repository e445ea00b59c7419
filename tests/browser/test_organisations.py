"""People sign in at a real identity provider that others made, by keyboard, and link it to an account."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import NARROW, axe_violations, scrolls_sideways, settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, follow, make_account, press, visit
from tests.browser.identity_provider import CLIENT, SECRET, an_identity_provider
from tests.browser.keyboard import Keyboard
from tests.processes.house_process import HouseProcess, free_port
from tests.processes.passing_house import a_folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("organisations"),  # one worker starts their house, and not each of them
]
SIGN_IN = "Sign in with Example School"


@pytest.fixture(scope="module")
def house() -> Iterator[HouseProcess]:
    """A house with one organisation, which knows where people come back to."""
    port, school = free_port(), "ORGANISATIONS__SCHOOL__"
    back_to = f"http://localhost:{port}/sign-in/with/school/return"
    with a_folder() as folder, an_identity_provider(port=free_port(), back_to=back_to) as issuer:
        told = {"NAME": "Example School", "ISSUER": issuer, "CLIENT_ID": CLIENT, "CLIENT_SECRET": SECRET}
        opened = HouseProcess(folder, port, {school + name: value for name, value in told.items()})
        try:
            yield opened.opened()
        finally:
            opened.process.terminate()
            opened.ended()


async def go_there(page: Page, link: str = SIGN_IN) -> None:
    """Follow the link, with the keyboard, to the page of the school."""
    await Keyboard(page).tab_to(link)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/interaction/**")


async def sign_in_there(page: Page, address: str) -> None:
    """Type an address and a password at the school, agree that it tells us of them, and come back."""
    await page.locator("[name=login]").fill(address)
    await page.locator("[name=password]").fill("known to the school alone")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("text=Authorize")
    await page.get_by_role("button", name="Continue").press("Enter")
    await page.wait_for_url("**/sign-in/organisation")
    await settle(page)


async def test_who_is_known_to_a_school_makes_an_account_by_keyboard_and_comes_in_again_without_a_password(
    open_page: OpenPage,
) -> None:
    address = a_new_address()
    page = await open_page("/sign-in", viewport=NARROW, quiet=False)
    assert await axe_violations(page) == []
    await go_there(page)
    await sign_in_there(page, address)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Make an account")
    await expect(page.get_by_text(address)).to_be_visible()
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)
    await Keyboard(page).follow("Make my account")
    await expect(page.get_by_text(f"You are signed in as {address}.")).to_be_visible()

    await press(page, "Sign out")
    await visit(page, "/sign-in?next=/account/organisations")
    await Keyboard(page).follow(SIGN_IN)  # the school still knows them
    await expect(page.get_by_role("heading", level=1)).to_have_text("Organizations")
    await page.get_by_role("button", name="Remove Example School").click()
    await expect(page.get_by_text("No other way to sign in is set up").first).to_be_visible()
    assert await axe_violations(page) == []


async def test_an_account_with_a_password_is_linked_and_parted_again_by_keyboard(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await make_account(page, a_new_address())
    await visit(page, "/account/security")
    await follow(page, "See your organizations")
    assert await axe_violations(page) == []
    await go_there(page, "Link Example School")
    await sign_in_there(page, a_new_address())
    await expect(page.get_by_role("heading", level=1)).to_have_text("Link Example School to your account")
    assert await axe_violations(page) == []
    keyboard = Keyboard(page)
    await keyboard.follow("Link Example School")
    await keyboard.tab_to("Remove Example School")
    await keyboard.press("Enter")
    await expect(page.get_by_text("Example School is removed.").first).to_be_visible()
    await expect(page.get_by_role("button", name="Remove Example School")).to_have_count(0)
    assert await axe_violations(page) == []


async def test_who_stops_at_the_school_reads_what_to_do(open_page: OpenPage) -> None:
    page = await open_page("/sign-in", viewport=NARROW, quiet=False)
    await go_there(page)
    await page.get_by_role("link", name="Cancel").press("Enter")
    await page.wait_for_url("**/sign-in/organisation")
    await settle(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
    await expect(page.get_by_text("You can try again, or use another way.")).to_be_visible()
    assert await axe_violations(page) == []
    assert not await scrolls_sideways(page)
    await Keyboard(page).follow("Go to “Sign in”")
