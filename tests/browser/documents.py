"""Documents in a browser."""

from playwright.async_api import FilePayload, Page, expect

from tests.browser.estimates import a_new_address, make_account, press
from tests.services.file_reader.papers import SVG, a_pdf, a_picture

LETTER: FilePayload = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": a_pdf("Dear Rosa", "Page two")}
LARGE: FilePayload = {
    **LETTER,
    "name": "large.pdf",
    "buffer": LETTER["buffer"] + b"\n% what a reader skips\n" * 110_000,
}
"""A PDF of three parts."""
RECEIPT: FilePayload = {"name": "receipt.png", "mimeType": "image/png", "buffer": a_picture()}
NOT_A_PICTURE: FilePayload = {"name": "sign.png", "mimeType": "image/png", "buffer": SVG}

IPHONE_PHOTO: FilePayload = {"name": "photo.heic", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic" * 40}


async def documents_of_all_kinds(page: Page) -> None:
    """Two documents that are ready, and a file that was not taken."""
    await make_account(page, a_new_address(), then="/documents")
    await page.get_by_label("Files (required)").set_input_files([LETTER, RECEIPT, NOT_A_PICTURE])
    await press(page, "Upload the files")
    await expect(page.get_by_text("2 files have arrived").first).to_be_visible()
    await expect(page.get_by_text("We are checking it")).to_have_count(0)


async def documents_that_did_not_come(page: Page) -> None:
    """A photo of an iPhone that we can't open, and a file whose upload broke off."""
    await make_account(page, a_new_address(), then="/documents")
    await page.get_by_label("Files (required)").set_input_files([IPHONE_PHOTO])
    await press(page, "Upload the files")
    await expect(page.get_by_text("This is an iPhone photo (HEIC)").first).to_be_visible()
    async with page.expect_request("**/api/documents/uploads/*/1"):
        await page.route("**/api/documents/uploads/*/1", lambda _: None)  # nobody ever answers
        await page.get_by_label("Files (required)").set_input_files([LARGE])
        await page.get_by_role("button", name="Upload the files", exact=True).click()
    page.once("dialog", lambda dialog: dialog.accept())  # the browser asks whether to leave
    await page.goto(page.url.split("?")[0])
    await expect(page.get_by_text("large.pdf: 1 MB of 2.5 MB are here.")).to_be_visible()


async def a_document(page: Page) -> None:
    """The page of a letter, with everything open."""
    await documents_of_all_kinds(page)
    await page.get_by_role("link", name="letter.pdf").click()
    await expect(page.get_by_role("img", name="Page 2 of 2")).to_be_visible()
    await page.get_by_text("Change name or place").click()
