"""What a person chose for their eyes, and how they talk with us, is there before the first paint: on every page."""

import pytest
from playwright.async_api import Page, Response, expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import a_new_address, begin_estimate, choose, follow, make_account, press, sign_in, visit

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
CHOSEN = {"theme": "dark", "textSize": "3", "motion": "reduced"}


async def test_choices_are_remembered_without_an_account(open_page: OpenPage) -> None:
    page = await open_page("/")
    light = await look(page)
    await choose_everything(page)
    assert await chosen_at_first_paint(page) == CHOSEN
    dark = await look(page)
    assert dark["paper"] != light["paper"]
    assert float(dark["letters"]) > float(light["letters"])
    for path in ("/tax", "/sign-in"):
        await visit(page, path)
        assert await chosen_at_first_paint(page) == CHOSEN
        await expect(page.get_by_role("banner")).to_contain_text("We talk by captioned phone")
    await visit(page, "/display")
    await expect(page.get_by_role("radio", name="Dark")).to_be_checked()


async def test_choices_follow_the_account_into_a_fresh_browser(open_page: OpenPage) -> None:
    address = a_new_address()
    phone, laptop = await open_page("/"), await open_page("/")
    await make_account(phone, address)
    await choose_everything(phone)
    assert await chosen_at_first_paint(laptop) == {"textSize": "1"}
    await sign_in(laptop, address)
    assert await chosen_at_first_paint(laptop) == CHOSEN
    await expect(laptop.get_by_role("banner")).to_contain_text("We talk by captioned phone")


async def test_choices_made_before_there_is_an_account_come_along(open_page: OpenPage) -> None:
    address = a_new_address()
    phone, laptop = await open_page("/"), await open_page("/")
    await choose_everything(phone)
    await make_account(phone, address)
    await sign_in(laptop, address)
    assert await chosen_at_first_paint(laptop) == CHOSEN


async def test_somebody_who_changes_how_we_talk_comes_back_to_where_they_were(open_page: OpenPage) -> None:
    page = await open_page()
    await begin_estimate(page)
    there = page.url
    await follow(page, "Change how we talk")
    await choose(page, "How do you want to talk with us?", "ASL interpreter")
    await press(page, "Save my choice")
    assert page.url == there
    await expect(page.get_by_role("banner")).to_contain_text("We talk by ASL interpreter")


async def test_a_choice_is_shown_at_once_and_kept_only_when_it_is_saved(open_page: OpenPage) -> None:
    page = await open_page("/display")
    before = await look(page)
    dark = page.get_by_role("radio", name="Dark")
    await dark.press("Space")
    await expect(dark).to_be_focused()
    assert (await look(page))["paper"] != before["paper"]
    await visit(page, "/display")
    assert await look(page) == before
    await page.get_by_role("radio", name="Do not vibrate").press("Space")
    await page.get_by_role("button", name="Show me an alert").press("Enter")
    await expect(page.get_by_role("alert").filter(has_text="This is only a test")).to_contain_text("as you chose")
    await page.get_by_role("radio", name="Vibrate twice").press("Space")
    await page.get_by_role("button", name="Show me an alert").press("Enter")
    await expect(page.get_by_role("alert").filter(has_text="This is only a test")).to_contain_text("vibrate twice")


async def test_who_comes_back_to_choices_not_saved_yet_sees_them_chosen_and_shown(open_page: OpenPage) -> None:
    page = await open_page("/display")
    before = await look(page)
    await page.get_by_role("radio", name="Dark").check()
    await visit(page, "/tax")
    assert await look(page) == before
    await page.go_back()
    await expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    assert (await look(page))["paper"] != before["paper"]


async def choose_everything(page: Page) -> None:
    """Choose a theme, a text size, no movement, and a way to talk."""
    await visit(page, "/display")
    for legend, option in (("Colors", "Dark"), ("Text size", "Larger"), ("Movement", "No movement")):
        await page.get_by_role("group", name=legend).get_by_role("radio", name=option, exact=True).check()
    await press(page, "Save")
    await visit(page, "/talk")
    await choose(page, "How do you want to talk with us?", "Captioned phone")
    await press(page, "Save my choice")


async def chosen_at_first_paint(page: Page) -> dict[str, str]:
    """What the html tag says when the page arrives, before any script has run."""
    reply = await page.reload()
    assert isinstance(reply, Response)
    said: dict[str, str] = await page.evaluate(_SAID_ON_THE_HTML_TAG, await reply.text())
    return said


async def look(page: Page) -> dict[str, str]:
    """The colour of the page, and the size of its letters in pixels."""
    seen: dict[str, str] = await page.evaluate(
        "() => { const { backgroundColor, fontSize } = getComputedStyle(document.body);"
        " return { paper: backgroundColor, letters: parseFloat(fontSize) }; }"
    )
    return seen


_SAID_ON_THE_HTML_TAG = "(html) => ({ ...new DOMParser().parseFromString(html, 'text/html').documentElement.dataset })"
