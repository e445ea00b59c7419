"""What people without a mouse do in the guided interview, from its first question to the PDF of their result."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from playwright.async_api import Page, expect

from db.values.returns import FilingStatus
from services import tax
from services.words import dollars, sentence
from tests.browser.interviews import GO_ON, INTERVIEW, so_far
from tests.browser.keyboard import Keyboard
from tests.lines_on_paper import lines_on_paper
from tests.tagged_pdf import faults, plain_text, structure, title_of


async def go_on(page: Page, keys: Keyboard, *, to: str) -> None:
    """Follow the way on, and see that it leads to this step."""
    await keys.follow(GO_ON)
    await page.wait_for_url(f"**{INTERVIEW}/{to}")


async def about_you(page: Page, keys: Keyboard, *, status: FilingStatus, born: date) -> None:
    """Choose a filing status by the arrows, and type a date of birth."""
    await keys.tab_to("Filing status")
    await keys.press("Space", *["ArrowDown"] * [*FilingStatus].index(status))
    await expect(page.get_by_role("radio", name=sentence(f"filing_status.{status}.label"))).to_be_checked()
    await type_date(keys, "Your date of birth", born)


async def type_date(keys: Keyboard, legend: str, day: date) -> None:
    """Type month, day and year, and leave the last."""
    await keys.tab_to(f"{legend} Month")
    for part in (day.month, day.day, day.year):
        await keys.type(str(part))
        await keys.tab()


async def add_child(page: Page, keys: Keyboard, number: int, *, born: date) -> None:
    """Add somebody who depends on the person, with their date of birth."""
    await keys.tab_to("Add a person")
    await keys.press("Enter")
    await expect(page.get_by_role("region", name=f"Person {number}")).to_be_focused()
    await type_date(keys, "Date of birth", born)


async def tick(page: Page, keys: Keyboard, *boxes: str) -> None:
    """Say what somebody had, on a page that has a box for each."""
    for box in boxes:
        await keys.tab_to(box)
        await keys.press("Space")
    await expect(page.get_by_label("None of these")).to_be_hidden()


async def add_form(page: Page, keys: Keyboard, form: str, *, number: int = 1) -> None:
    """Add a form to type box by box."""
    await keys.tab_to(f"Add a form {form}")
    await keys.press("Enter")
    await expect(page.get_by_role("region", name=f"{form} number {number}")).to_be_focused()


async def fill(keys: Keyboard, fields: Mapping[str, str]) -> None:
    """Type into fields, in their order on the page, and leave the last."""
    for field, text in fields.items():
        await keys.tab_to(field)
        await keys.type(text)
    await keys.tab()


async def read_the_result(page: Page, keys: Keyboard, told: Mapping[str, Any]) -> None:
    """From the review to the result and its PDF: all three say what the engine says of these facts."""
    computed = tax.compute(tax.parse_return(told))
    answer = _answer(computed)
    await expect(so_far(page)).to_contain_text(answer)
    await keys.follow("See your result")
    await expect(page.get_by_role("heading", level=1)).to_have_text(answer)
    await keys.tab_to("Save as PDF")
    async with page.expect_download() as saving:
        await keys.press("Enter")
    _is_the_same_on_paper(await (await saving.value).path(), computed)


def answer_of(told: Mapping[str, Any]) -> str:
    """The answer in words, as the engine's result of these facts makes it."""
    return _answer(tax.compute(tax.parse_return(told)))


def _answer(computed: tax.Computed) -> str:
    way = "refund" if computed.outcome > 0 else "owed"
    return f"{sentence(f'result.{way}')} {dollars(Decimal(abs(computed.outcome)) / 100)}"


def _is_the_same_on_paper(file: Path, computed: tax.Computed) -> None:
    """Readable by everybody, with every line and amount of the story of this return."""
    pdf = file.read_bytes()
    assert faults(pdf) == []
    assert title_of(pdf) == f"Tax year {computed.given.tax_year}: {_answer(computed)}"
    kinds = {each.kind for each in structure(pdf)}
    assert {"H1", "H2", "P", "Table", "TH", "TD", "Figure"} <= kinds
    said = plain_text(pdf)
    for line, row in lines_on_paper(computed):
        assert row in said, line
