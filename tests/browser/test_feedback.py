"""Somebody tells us something by keyboard alone; staff watch, write down and answer, and see how the service is."""

import re

import pytest
from playwright.async_api import expect

from tests.browser import demo_house
from tests.browser.checks import NARROW, look_at, settle
from tests.browser.conftest import OpenPage
from tests.browser.demo_house import ADMINISTRATOR, as_staff
from tests.browser.drafts import drafts_in
from tests.browser.estimates import connection, press, visit
from tests.browser.feedback import MESSAGE, send_a_message
from tests.browser.keyboard import Keyboard

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("feedback"),  # one worker starts their house, and not each of them
]
house = demo_house.house
ONE_LINE = 20  # pixels
POSTED = "**/api/forms/feedback"


async def test_somebody_without_a_mouse_tells_us_something_and_gets_a_number(open_page: OpenPage) -> None:
    page = await open_page("/")
    keys = Keyboard(page)
    await keys.follow("Contact")
    await keys.follow("Tell us about a barrier")
    await keys.tab_to("What is it about?")
    await expect(page.get_by_role("radio", name="Something is hard to use")).to_be_checked()
    await keys.press("ArrowDown", "ArrowUp")
    await keys.tab_to("Your message")
    await keys.type("I can not reach the button with the Tab key.")
    await keys.tab_to("A video in which you sign")
    await keys.tab_to("Your email address")
    await keys.follow("Send")
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have your message")
    await expect(
        page.get_by_text(re.compile(r"The number of your message is [2-9A-Z]{4}-[2-9A-Z]{4}\."))
    ).to_be_visible()


@pytest.mark.slow
async def test_staff_watch_what_was_signed_write_it_down_and_answer_by_keyboard(open_page: OpenPage) -> None:
    page = await open_page()
    received = await send_a_message(page)
    await as_staff(page, f"/staff{received}")
    film = page.get_by_label("What the person signed")
    await film.evaluate("(film) => film.play()")
    await expect(film).to_have_js_property("videoWidth", 320)
    await expect(film).to_have_js_property("error", None)

    keys = Keyboard(page)
    await keys.tab_to("What the video says")
    await keys.type("Where are the captions?")
    await keys.tab_to("What you did about it")
    await expect(page.get_by_text("The written version is saved.").first).to_be_visible()
    await keys.type("The captions are there now.")
    await keys.tab_to("Mark as done")
    await keys.press("Enter")
    await expect(page.get_by_text("The captions are there now.")).to_be_visible()
    await expect(page.locator(":focus")).to_contain_text("The captions are there now.")


async def test_a_video_that_is_too_large_is_refused_before_it_is_sent(open_page: OpenPage) -> None:
    page = await open_page("/feedback", viewport=NARROW)
    beside = await page.locator("input[type=file]").evaluate("""(input) =>
        input.clientHeight - parseFloat(getComputedStyle(input, "::file-selector-button").height)""")
    assert beside > ONE_LINE  # the browser's own words stand under its button, where it need not cut them
    await page.evaluate("""() => {
            const files = new DataTransfer();
            files.items.add(new File([new Blob([new Uint8Array(101_000_000)])], "long.mp4"));
            const input = document.querySelector("input[type=file]");
            input.files = files.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
        }""")
    await expect(page.get_by_text("The most is 100 MB. Choose a smaller file.").first).to_be_visible()


@pytest.mark.slow
async def test_the_pages_of_staff_can_be_perceived_and_fit_a_phone(open_page: OpenPage) -> None:
    page = await open_page()
    received = await send_a_message(page)
    await as_staff(page, "/staff/feedback")
    for path in ("/staff/feedback", f"/staff{received}"):
        await visit(page, path)
        await look_at(page)


@pytest.mark.slow
async def test_system_health_can_be_perceived_and_fits_a_phone(open_page: OpenPage) -> None:
    page = await open_page()
    await as_staff(page, "/staff/health", account=ADMINISTRATOR)
    await expect(page.get_by_role("heading", name="The server now")).to_be_visible()
    for details in await page.locator("main summary").filter(visible=True).all():
        await details.click()
    await expect(page.get_by_role("table", name="How much is in use")).to_be_visible()
    await look_at(page)


async def test_what_is_sent_to_nobody_stays_typed_until_it_was_answered(open_page: OpenPage) -> None:
    page = await open_page("/feedback?about=idea", quiet=False)
    address = page.url
    await page.get_by_label(MESSAGE).fill("Add a glossary.")
    await page.context.set_offline(True)
    await page.wait_for_function("() => !navigator.onLine")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(connection(page)).to_contain_text("Connection lost. Nothing was sent.")
    await expect(page.get_by_label(MESSAGE)).to_have_value("Add a glossary.")
    await page.context.set_offline(False)
    await expect(connection(page)).to_contain_text("The connection is back.")

    await page.route(POSTED, lambda route: route.abort())
    await page.get_by_role("button", name="Send", exact=True).click()
    await page.wait_for_url("chrome-error://**")
    await page.unroute(POSTED)
    await page.goto(address)
    await settle(page)
    await expect(page.get_by_label(MESSAGE)).to_have_value("Add a glossary.")

    await page.evaluate("() => window.socket.disconnect()")  # as when the server stops: the network is there
    await expect(connection(page)).to_contain_text("We are trying again.")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(connection(page)).to_contain_text("Nothing was sent.")
    await page.evaluate("() => window.socket.connect()")
    await expect(connection(page)).to_contain_text("The connection is back.")
    await press(page, "Send")
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have your message")
    await visit(page, "/feedback?about=idea")
    await expect(page.get_by_label(MESSAGE)).to_have_value("")
    assert await drafts_in(page) == {}


async def test_whoever_goes_back_and_sends_the_same_again_has_sent_one_message(open_page: OpenPage) -> None:
    page = await open_page("/feedback?about=idea")
    await page.get_by_label(MESSAGE).fill("Add a glossary.")
    await press(page, "Send")
    received = page.url
    for words, is_one in (("Add a glossary.", True), ("Add a glossary of signs.", False)):
        await page.go_back()
        await settle(page)
        await page.get_by_label(MESSAGE).fill(words)
        await press(page, "Send")
        await expect(page.get_by_role("heading", level=1)).to_have_text("We have your message")
        assert (page.url == received) == is_one
