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


@pytest.mark.parametrize("is_signed_in", [True, False], ids=["a person", "nobody"])
async def test_what_was_refused_is_kept_over_a_reload_and_forgotten_once_it_was_taken(
    open_page: OpenPage, *, is_signed_in: bool
) -> None:
    page = await open_page("/feedback")
    if is_signed_in:
        await make_account(page, a_new_address(), then="/feedback")
    await choose(page, "What is it about?", "An idea")
    await page.get_by_label(MESSAGE).fill("Please add a glossary.")
    await page.get_by_label("Your email address").fill("not-an-address")
    await press(page, "Send")
    await expect(page.get_by_label(MESSAGE)).to_have_value("Please add a glossary.")
    await page.get_by_label("Your email address").fill("rosa@people.example")
    await page.get_by_label(MESSAGE).focus()
    await page.get_by_label("Your email address").focus()  # what was left unchanged is not forgotten either
    for _ in range(2):
        await page.reload()
        await settle(page)
        await expect(page.get_by_label(MESSAGE)).to_have_value("Please add a glossary.")
    await expect(page.get_by_label("Your email address")).to_have_value("rosa@people.example")
    await press(page, "Send")
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have your message")
    assert await drafts_in(page) == {}


async def test_what_was_sent_from_a_session_that_was_dead_is_in_the_form_after_signing_in(open_page: OpenPage) -> None:
    page, address = await open_page("/"), a_new_address()
    await make_account(page, address, then=INVITE)
    await page.get_by_label("Their email address").fill("Olga 🤟")
    await choose(page, "Who are they to you?", "Interpreter")
    await press(page, "Send the invitation")
    await expect(page.get_by_label("Their email address")).to_have_value("Olga 🤟")
    await _end_the_session(page)
    await press(page, "Send the invitation")
    await fill_credentials(page, address)
    await press(page, "Sign in")
    await expect(page.get_by_label("Their email address")).to_have_value("Olga 🤟")
    await expect(page.get_by_role("radio", name="Interpreter")).to_be_checked()
