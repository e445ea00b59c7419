"""What a person types stays theirs: through updates, reloads and lost connections."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.drafts import drafts_in, kept_draft, kept_in_this_tab

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TEXT_FIELDS = "/development/components/text_field"
DRAFTED = "What is it about?"


async def _ticked(page: Page) -> bool:
    """Whether the field shows that its answer is saved."""
    label = page.locator("label", has_text=DRAFTED)
    return "✓" in await label.evaluate("(label) => getComputedStyle(label, '::after').content")


async def test_an_error_elsewhere_on_the_page_leaves_a_half_typed_word_and_the_focus_alone(open_page: OpenPage) -> None:
    page = await open_page(TEXT_FIELDS)
    await page.get_by_role("textbox", name="E-mail").first.fill("rosa@example.com")
    await page.keyboard.press("Tab")
    password = page.get_by_label("Password (required)")
    await expect(password).to_be_focused()
    await page.keyboard.type("half a w")
    await expect(page.get_by_text("There is already an account").first).to_be_visible()
    await expect(password).to_be_focused()
    await page.keyboard.type("ord")
    await expect(password).to_have_value("half a word")
    said = "E-mail: There is already an account with this e-mail. Sign in, or use another one."
    await expect(page.get_by_role("status").first).to_have_text(said)


async def test_our_value_is_shown_unless_a_person_is_typing_another(open_page: OpenPage) -> None:
    page = await open_page("/development/components/field")
    field, fill_in = page.get_by_label("Your city"), page.get_by_role("button", name="Fill it in")
    await fill_in.click()
    await expect(field).to_have_value("Rochester")
    await field.fill("Buffa")
    await fill_in.evaluate("(button) => button.click()")  # without leaving the field
    await page.wait_for_timeout(500)
    await expect(field).to_have_value("Buffa")


async def test_a_half_typed_word_survives_a_reload_with_its_focus_and_is_committed_when_left(
    open_page: OpenPage,
) -> None:
    page = await open_page(TEXT_FIELDS)
    await page.get_by_label(DRAFTED).fill("my hearing a")
    await page.reload()
    await settle(page)
    field = page.get_by_label(DRAFTED)
    await expect(field).to_have_value("my hearing a")
    await expect(field).to_be_focused()
    await page.keyboard.type("ids")
    await page.keyboard.press("Tab")
    await expect(field).to_have_attribute("data-committed", "my hearing aids")
    assert await _ticked(page)
    await field.press_sequentially("!")
    assert not await _ticked(page)
    await field.press("Backspace")
    await page.keyboard.press("Tab")
    assert await _ticked(page)
    assert await drafts_in(page) == {}


async def test_a_restored_word_that_is_left_as_it_is_gets_committed_too(open_page: OpenPage) -> None:
    page = await open_page(TEXT_FIELDS)
    await page.get_by_label(DRAFTED).fill("my pay")
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(DRAFTED)).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_label(DRAFTED)).to_have_attribute("data-committed", "my pay")
    assert await drafts_in(page) == {}


async def test_what_waits_for_a_button_survives_a_reload_until_the_button_was_pressed(open_page: OpenPage) -> None:
    page = await open_page("/development/components/field")
    field = page.get_by_label("What you compared")
    await field.fill("the devices and the year")
    await page.keyboard.press("Tab")
    await page.reload()
    await settle(page)
    await expect(field).to_have_value("the devices and the year")
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_text("Sent: the devices and the year").first).to_be_visible()
    await page.wait_for_function("() => !Object.keys(sessionStorage).some((key) => key.startsWith('draft:'))")


async def test_a_tab_tells_nobody_what_is_typed_or_where_and_keeps_nothing_of_what_is_taken_back(
    open_page: OpenPage,
) -> None:
    page = await open_page(TEXT_FIELDS)
    field = page.get_by_label(DRAFTED)
    await field.fill("my pay")
    assert await kept_draft(page)
    kept, name = await kept_in_this_tab(page), await field.get_attribute("data-draft")
    for told in ("my pay", name, TEXT_FIELDS):
        assert told
        assert told not in kept
    await expect(page.locator("[data-key]")).to_have_count(0)
    fetched = await page.evaluate("async () => (await fetch('/feedback')).text()")
    assert "draft-owner" in fetched
    assert "data-key" not in fetched
    await field.fill("")
    await page.keyboard.press("Tab")
    assert await drafts_in(page) == {}


async def test_the_next_person_at_this_computer_does_not_get_the_words_of_the_last(open_page: OpenPage) -> None:
    page = await open_page(TEXT_FIELDS)
    await page.get_by_label(DRAFTED).fill("my pay")
    [(place, sealed)] = (await kept_draft(page)).items()
    moved = {place.replace("draft:", "draft:another-person"): sealed, f"{place}-elsewhere": sealed}
    await page.evaluate("() => sessionStorage.clear()")
    await page.evaluate("(moved) => Object.assign(sessionStorage, moved)", moved)
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(DRAFTED)).to_have_value("")
    assert await drafts_in(page) == {}


async def test_a_password_can_be_shown_and_leaves_no_trace_in_the_tab(open_page: OpenPage) -> None:
    page = await open_page(TEXT_FIELDS)
    password = page.get_by_label("Password (required)")
    await password.fill("correct horse")
    await page.get_by_role("button", name="Show password").click()
    await expect(password).to_have_attribute("type", "text")
    assert "horse" not in await kept_in_this_tab(page)
    assert await drafts_in(page) == {}
    await page.get_by_role("button", name="Hide password").click()
    await expect(password).to_have_attribute("type", "password")
    await expect(password).to_have_value("correct horse")


async def test_the_summary_of_errors_takes_the_focus_and_leads_into_the_field(open_page: OpenPage) -> None:
    page = await open_page("/development/components/error_summary")
    await expect(page.get_by_role("group", name="Please check your answers").first).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("E-mail")).to_be_focused()
    await expect(page.get_by_text("E-mail", exact=True)).to_be_in_viewport()


async def test_a_busy_button_says_so_and_keeps_the_focus(open_page: OpenPage) -> None:
    page = await open_page("/development/components/button")
    await page.get_by_role("button", name="Work out my refund").focus()
    await page.keyboard.press("Enter")
    busy = page.get_by_role("button", name="Working it out…").first
    await expect(busy).to_be_focused()
    await expect(page.get_by_role("button", name="Work out my refund")).to_be_focused()


async def test_choices_and_explanations_work_by_keyboard_alone(open_page: OpenPage) -> None:
    page = await open_page("/development/components/choice_group")
    await page.get_by_role("radio", name="Single").first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("radio", name="Married, one return together").first).to_be_checked()
    await page.goto(page.url.replace("choice_group", "disclosure"))
    await settle(page)
    await page.locator("summary").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Your filing status.")).to_be_visible()


async def test_a_date_is_not_judged_before_the_year_is_typed(open_page: OpenPage) -> None:
    page = await open_page("/development/components/date_field")
    errors = page.locator(".error")
    before = await errors.count()
    await page.get_by_label("Month").first.fill("2")
    await page.keyboard.press("Tab")
    await page.keyboard.type("30")
    await page.keyboard.press("Tab")
    await page.wait_for_timeout(300)
    await expect(errors).to_have_count(before)
    await page.keyboard.type("2025")
    await page.keyboard.press("Tab")
    await expect(errors).to_have_count(before + 1)


async def test_a_lost_connection_is_said_in_words_that_stay_until_they_are_closed(open_page: OpenPage) -> None:
    page = await open_page(TEXT_FIELDS, quiet=False)
    field = page.get_by_label("First name").first
    await field.fill("Ros")
    await page.context.set_offline(True)
    await page.evaluate("() => window.socket.io.engine.close()")
    notice = page.locator(".connection [role=status]")
    await expect(notice).to_have_text(
        "Connection lost. We are trying again. What you typed is kept in this tab. Keep it open."
    )
    await expect(page.locator("#popup")).to_be_hidden()
    await page.context.set_offline(False)
    await expect(notice).to_have_text(
        "The connection is back. What you typed is kept in this tab. Keep it open. "
        "If a button did nothing, press it again.",
        timeout=20_000,
    )
    await expect(field).to_have_value("Ros")
    await page.get_by_role("button", name="Close this message").click()
    await expect(notice).to_have_text("")


async def test_the_reader_s_text_size_doubles_the_text_and_less_motion_means_none(open_page: OpenPage) -> None:
    page = await open_page(TEXT_FIELDS)
    measure = "() => parseFloat(getComputedStyle(document.querySelector('label')).fontSize)"
    normal = await page.evaluate(measure)
    await page.evaluate("() => (document.documentElement.dataset.textSize = '4')")
    assert await page.evaluate(measure) == 2 * normal
    assert await page.evaluate("() => getComputedStyle(document.querySelector('.button')).transitionDuration") == "0s"


async def test_who_leaves_half_a_date_reads_what_is_missing_and_who_is_still_in_it_does_not(
    open_page: OpenPage,
) -> None:
    page = await open_page("/development/components/date_field")
    question = page.get_by_role("group", name="When were you born?")
    await question.get_by_label("Month").fill("3")
    await page.keyboard.press("Tab")
    await question.get_by_label("Day").fill("27")
    await page.keyboard.press("Tab")
    await expect(question.get_by_label("Year")).to_be_focused()
    await expect(question.locator(".error")).to_have_count(0)
    await page.keyboard.press("Tab")
    await expect(question.locator(".error")).to_contain_text("The year is missing.")
    await question.get_by_label("Year").fill("1985")
    await page.keyboard.press("Tab")
    await expect(question.locator(".error")).to_have_count(0)
