"""What is typed into any form is kept in its tab until it was sent, also when the session ends meanwhile."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.drafts import drafts_in, kept_draft
from tests.browser.estimates import a_new_address, choose, fill_credentials, make_account, press, sign_in, visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
PROFILE, INVITE = "/account/profile", "/account/trusted/invite"
MESSAGE = "Your message"


async def _end_the_session(page: Page) -> None:
    """As far as this browser knows, it has ended by itself; its drafts are sealed for the person."""
    await page.context.clear_cookies(name="mbtq_session")


async def test_a_form_keeps_what_is_typed_over_the_end_of_the_session_and_forgets_it_when_it_was_sent(
    open_page: OpenPage,
) -> None:
    page, address = await open_page("/"), a_new_address()
    await make_account(page, address)
    await visit(page, PROFILE)
    await page.get_by_label("Your name").fill("Rosa D")
    await page.get_by_label("The state where you live").select_option("NY")
    assert len(await kept_draft(page)) == 2
    await _end_the_session(page)
    await page.reload()
    await settle(page)
    await fill_credentials(page, address)
    await press(page, "Sign in")
    await expect(page.get_by_label("Your name")).to_have_value("Rosa D")
    await expect(page.get_by_label("The state where you live")).to_have_value("NY")
    await press(page, "Save")
    await expect(page.get_by_text("What you told us is saved.")).to_be_visible()
    assert await drafts_in(page) == {}


async def test_choices_and_ticks_of_a_form_survive_a_reload(open_page: OpenPage) -> None:
    page = await open_page("/")
    await make_account(page, a_new_address())
    await visit(page, INVITE)
    await page.get_by_label("Their email address").fill("sam@example.org")
    await choose(page, "Who are they to you?", "Interpreter")
    await page.get_by_text("They see how you talk with us").click()
    await page.reload()
    await settle(page)
    await expect(page.get_by_label("Their email address")).to_have_value("sam@example.org")
    await expect(page.get_by_role("radio", name="Interpreter")).to_be_checked()
    await expect(page.get_by_role("checkbox", name="They see how you talk with us")).to_be_checked()


async def test_a_page_that_anybody_may_see_shows_what_was_typed_when_its_person_is_back_in_another_tab(
    open_page: OpenPage,
) -> None:
    page, address = await open_page("/"), a_new_address()
    await make_account(page, address)
    await visit(page, "/feedback")
    await page.get_by_label(MESSAGE).fill("Please add a glossary.")
    assert await kept_draft(page)
    await _end_the_session(page)
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(MESSAGE)).to_have_value("")
    other = await page.context.new_page()
    await other.goto(page.url)
    await settle(other)
    await sign_in(other, address)
    await expect(page.get_by_label(MESSAGE)).to_have_value("Please add a glossary.")
