"""Somebody without a mouse sends documents, looks at one, names it, removes it and takes it back."""

import pytest
from playwright.async_api import FilePayload, Route, expect

from services.words import sentence
from tests.browser.conftest import OpenPage
from tests.browser.documents import LARGE, LETTER, NOT_A_PICTURE, RECEIPT
from tests.browser.estimates import a_new_address, make_account, press
from tests.browser.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_documents_are_sent_opened_named_removed_and_taken_back_by_keyboard(open_page: OpenPage) -> None:
    page = await open_page()
    await make_account(page, a_new_address(), then="/documents")
    keys = Keyboard(page)
    await keys.tab_to("What is it?")
    await keys.type("Ins")
    await keys.tab_to("Files")
    async with page.expect_file_chooser() as chosen:
        await keys.press("Space")
    await (await chosen.value).set_files([LETTER, RECEIPT, NOT_A_PICTURE])
    await expect(page.get_by_text("letter.pdf, 1 KB")).to_be_visible()
    await keys.follow("Upload the files")
    await expect(page.get_by_text("2 files have arrived").first).to_be_visible()
    await expect(page.locator(":focus")).to_contain_text("sign.png: This is not a kind of file that we take.")
    await keys.tab_to("Take sign.png off this list")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", name="Insurance")).to_be_visible()
    await expect(page.get_by_text("We are checking it")).to_have_count(0)

    await keys.follow("letter.pdf")
    await expect(page.get_by_role("img", name="Page 1 of 2 of letter.pdf")).not_to_have_js_property("naturalWidth", 0)
    await expect(page.get_by_label("Text on this page").first).to_have_text("Dear Rosa")
    await keys.tab_to("Save the original file")
    async with page.expect_download() as saved:
        await keys.press("Enter")
    assert (await (await saved.value).path()).read_bytes() == LETTER["buffer"]

    await keys.tab_to("Change name or place")
    await keys.press("Enter")
    await keys.tab_to("Name")
    await keys.press("Control+a")
    await keys.type("Letter of my insurance")
    await keys.tab_to("Save")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Letter of my insurance")

    await keys.tab_to("Remove this document")
    await keys.press("Enter")
    await keys.tab_to("Remove it")
    await keys.press("Enter")
    await expect(page.get_by_text("You can take it back until").first).to_be_visible()
    await expect(page.locator(":focus")).to_have_text("Letter of my insurance")
    await keys.follow("Your documents")
    await keys.tab_to("Take back Letter of my insurance")
    await keys.press("Enter")
    await expect(page.locator(":focus")).to_contain_text("Letter of my insurance is back.")
    await expect(page.get_by_role("link", name="Letter of my insurance")).to_be_visible()


async def test_a_connection_that_breaks_is_said_and_the_files_are_still_chosen(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await make_account(page, a_new_address(), then="/documents")
    await press(page, "Upload the files")
    summary = page.get_by_role("group", name="Please check your answers")
    await expect(summary).to_contain_text("Choose one file or more.")
    await page.get_by_label("Files (required)").set_input_files([LETTER])
    await expect(summary).to_have_count(0)
    await page.evaluate("() => delete document.querySelector('[data-upload]').dataset.parts")  # as over plain http
    await page.route("**/api/forms/documents", lambda route: route.abort("connectionreset"))
    await page.get_by_role("button", name="Upload the files", exact=True).click()
    await expect(page.get_by_role("region", name="Add documents").get_by_role("alert")).to_contain_text(
        "Your files are still chosen: please press the button again."
    )
    await page.unroute("**/api/forms/documents")
    await press(page, "Upload the files")
    await expect(page.get_by_text("1 file has arrived").first).to_be_visible()


async def test_a_file_goes_on_where_it_was_after_a_lost_connection_and_after_a_reload(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await make_account(page, a_new_address(), then="/documents")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url.rsplit("/", 1)[1]) if request.method == "PUT" else None)
    for part in (1, 2):
        await page.route(f"**/api/documents/uploads/*/{part}", lambda route: route.abort("connectionreset"), times=1)
    await page.get_by_label("Files (required)").set_input_files([LARGE])
    await page.get_by_role("button", name="Upload the files", exact=True).click()
    await expect(page.get_by_text("The connection is lost. We try again by ourselves.")).to_be_visible()
    bar = await page.locator("[data-upload] progress").evaluate("(bar) => bar.value")
    assert bar % 25, "so that the number can tell whether it follows the bar, or is what is read out"
    await expect(page.locator("[data-upload] [data-seen]")).to_have_text(f"{bar}%")
    await expect(page.locator("[data-upload] .progress [role=status]")).to_have_text(f"{bar - bar % 25}%")
    await expect(page.get_by_text("1 file has arrived").first).to_be_visible()
    assert sent == ["0", "1", "1", "2", "2"]

    sent.clear()
    other: FilePayload = {**LARGE, "name": "other.pdf"}
    await page.route("**/api/documents/uploads/*/2", lambda route: route.abort("connectionreset"))
    await page.get_by_label("Files (required)").set_input_files([other])
    await page.get_by_role("button", name="Upload the files", exact=True).click()
    await expect(page.get_by_text("The connection is lost. We try again by ourselves.")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())  # the browser asks whether to leave
    await page.unroute("**/api/documents/uploads/*/2")
    await page.goto(page.url.split("?")[0])
    await expect(page.get_by_text("other.pdf: 2.1 MB of 2.5 MB are here.")).to_be_visible()
    sent.clear()
    await page.get_by_label("Files (required)").set_input_files([other])
    await press(page, "Upload the files")
    await expect(page.get_by_text("1 file has arrived").first).to_be_visible()
    assert sent == ["2"]
    await expect(page.get_by_role("link", name="other.pdf")).to_be_visible()


async def test_a_bad_file_is_told_with_its_reason_and_keeps_no_other_from_being_added(open_page: OpenPage) -> None:
    page = await open_page("/", quiet=False)
    await make_account(page, a_new_address(), then="/documents")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "PUT" else None)

    async def refuse_one(route: Route) -> None:
        if (route.request.post_data_json or {})["name"] == "left.pdf":
            await route.fulfill(status=400, json={"errors": [{"code": "storage.full"}]})
        else:
            await route.fallback()

    await page.route("**/api/documents/uploads", refuse_one)
    left: FilePayload = {**LETTER, "name": "left.pdf"}
    empty: FilePayload = {"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b""}
    await page.get_by_label("Files (required)").set_input_files([left, empty, NOT_A_PICTURE, LETTER])
    await press(page, "Upload the files")
    await expect(page.get_by_text("1 file has arrived").first).to_be_visible()
    await expect(page.get_by_text(f"left.pdf: {sentence('storage.full')}")).to_be_visible()
    await expect(page.get_by_role("link", name="letter.pdf")).to_be_visible()
    await expect(page.get_by_text("empty.pdf: There is nothing in this file.").first).to_be_visible()
    await expect(page.get_by_text("sign.png: This is not a kind of file that we take.").first).to_be_visible()
    assert len(sent) == 1, "nothing is sent of what is refused"
    await expect(page.get_by_role("heading", name="Not added yet")).to_have_count(0)
