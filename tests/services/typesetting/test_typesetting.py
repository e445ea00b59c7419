"""A document that is set can be read by everybody; and the checker that says so finds what is broken."""

import asyncio
from datetime import date
from time import perf_counter

import pypdfium2
import pytest
import typst

from services.typesetting import Bar, Bars, Bullets, Cell, Document, Heading, Link, Note, Table, Text, as_pdf
from services.typesetting.letters import with_letters_that_can_be_set
from tests.tagged_pdf import faults, plain_text, structure, title_of

ON = date(2026, 11, 29)
DOCUMENT = Document(
    "You get back $565",
    "Tax year 2025, estimate",
    foot="Not a tax return.",
    page="Page {number} of {count}",
    parts=[
        Text("Why it is so.", weighty=True),
        Heading("In pictures"),
        Bars("Half of it is taxed.", [Bar("Income", "$2", 0, 1, "whole"), Bar("Not taxed", "−$1", 1, 0.5, "part")]),
        Table("The lines", ["Line", "What it is", "Amount"], [["1z", ["Pay", "What came in."], "$31,200"]] * 40),
        Heading("More", 3),
        Bullets(["One", "Two"]),
        Link("Free help", "https://www.irs.gov/vita"),
    ],
)
_NEEDED = '#set document(title: "T")\n#set text(lang: "en")\n= One\n#figure(rect(), alt: "A box")\n== Two\n'


async def test_it_keeps_pdf_ua_1_and_says_its_title() -> None:
    pdf = await as_pdf(DOCUMENT, on=ON)
    assert faults(pdf) == []
    assert title_of(pdf) == "You get back $565"
    assert b"/Lang(en-US)" in pdf.replace(b" ", b"")


async def test_headings_lists_and_tables_are_real_and_the_header_of_a_table_is_on_each_of_its_pages() -> None:
    found = structure(await as_pdf(DOCUMENT, on=ON))
    headings = [(each.kind, each.text) for each in found if each.kind in {"H1", "H2", "H3"}]
    assert headings == [("H1", "You get back $565"), ("H2", "In pictures"), ("H3", "More")]
    assert [each.text for each in found if each.kind == "TH"][:3] == ["Line", "What it is", "Amount"]
    assert len([each for each in found if each.kind == "LI"]) == 2
    assert [each.alt for each in found if each.kind == "Figure"] == ["Half of it is taxed."]
    assert plain_text(await as_pdf(DOCUMENT, on=ON)).count("Line What it is Amount") > 1


async def test_the_text_is_read_in_the_order_of_the_page_and_pages_are_counted() -> None:
    said = plain_text(await as_pdf(DOCUMENT, on=ON))
    order = ["Tax year 2025", "You get back", "Why it is so.", "In pictures", "The lines", "More", "One", "Free help"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "Not a tax return. Page 1 of 3" in said


async def test_a_note_is_a_quotation_in_its_row_and_none_is_cut_at_the_end_of_a_page() -> None:
    note = Note("Note from Dana, November 29, 2026", "\n".join(["It has all your pay. " * 20] * 12))
    rows: list[list[Cell]] = [["1z", ["Pay", "What came in.", note, note], "$31,200"], ["2a", "Interest", "$1"]]
    table = Table("The lines", ["Line", "What it is", "Amount"], rows)
    pdf = await as_pdf(Document("T", "A", foot="", page="{number}", parts=[Heading("Lines"), table]), on=ON)
    assert faults(pdf) == []
    kinds = [each.kind for each in structure(pdf)]
    assert kinds.count("BlockQuote") >= 2
    assert kinds.index("TD") < kinds.index("BlockQuote")
    seen = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    assert seen.count("Note from Dana, November 29, 2026") == 2
    assert seen.count("pay.") == 2 * 12 * 20


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Good 🤟🏽", "Good [i love you hand sign]"),
        ("中文", "□□"),
        ("a\x07b", "ab"),
        ("José’s ½ — 5 × 2", "José’s ½ — 5 × 2"),
    ],
)
async def test_a_letter_that_no_typeface_has_is_named_or_a_box_and_the_document_is_set(typed: str, said: str) -> None:
    document = Document("T", "A", foot="", page="{number}", parts=[Heading("Notes"), Text(typed)])
    pdf = await as_pdf(document, on=ON)
    assert faults(pdf) == []
    assert f"Notes {said}" in plain_text(pdf)


async def test_every_letter_that_is_kept_can_be_set() -> None:
    letters = with_letters_that_can_be_set("".join(map(chr, range(0x20, 0x30_00))))
    pdf = await as_pdf(Document("T", "A", foot="", page="{number}", parts=[Text(letters)]), on=ON)
    assert "Ɏ" in plain_text(pdf)


async def test_what_looks_like_markup_is_text() -> None:
    document = Document('#panic("x")', "*a*", foot="$x$", page="{number}", parts=[Text('#read("/etc/passwd") <b>')])
    pdf = await as_pdf(document, on=ON)
    assert '#read("/etc/passwd") <b>' in plain_text(pdf)
    assert title_of(pdf) == '#panic("x")'


async def test_pages_stay_quick_while_a_document_is_set() -> None:
    await as_pdf(DOCUMENT, on=ON)
    setting, longest = asyncio.create_task(as_pdf(DOCUMENT, on=ON)), 0.0
    while not setting.done():
        began = perf_counter()
        await asyncio.sleep(0)
        longest = max(longest, perf_counter() - began)
    assert await setting
    assert longest < 0.2  # it takes about 10 ms in the thread; the loop itself is hardly held


@pytest.mark.parametrize(
    ("taken_away", "found"),
    [
        ('#set document(title: "T")\n', "PDFUA1-METADATA-TITLE-001"),
        (', alt: "A box"', "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
        ("== Two\n", "PDFUA1-ID-SCHEMA-001"),
    ],
)
def test_the_checker_finds_what_is_missing(taken_away: str, found: str) -> None:
    assert found in faults(typst.compile(_NEEDED.replace(taken_away, "").encode(), ignore_system_fonts=True))


def test_the_checker_finds_a_document_without_tags_and_a_level_of_headings_that_is_left_out() -> None:
    untagged = typst.compile(_NEEDED.encode(), ignore_system_fonts=True, pdf_tags=False)
    assert "PDFUA1-CONTENT-TAGGING-001" in faults(untagged)
    skipped = typst.compile(_NEEDED.replace("== Two", "=== Two").encode(), ignore_system_fonts=True)
    assert "PDFUA1-HEADING-NESTING-001" in faults(skipped)
