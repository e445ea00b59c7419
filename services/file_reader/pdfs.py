"""The pages of a PDF as pictures with their text. Its scripts, links and attachments stay behind."""

from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from db.values.documents import DocumentRefusal
from services.file_reader.page import Page
from services.file_reader.pictures import LONGEST_SIDE, Unreadable, drawn

MOST_PAGES = 100
_SHARPEST = 200 / 72
"""Pixels for each point: 200 an inch."""


def pages_of_pdf(content: bytes) -> Iterator[Page]:
    """Each page, drawn with what was filled in. Raises Unreadable."""
    try:
        document = pypdfium2.PdfDocument(content)
        number = len(document)
        if not number:
            raise Unreadable(DocumentRefusal.BROKEN)
        if number > MOST_PAGES:
            raise Unreadable(DocumentRefusal.TOO_MANY_PAGES)
        if document.get_formtype():
            document.init_forms()
        for page in document:
            yield _page(page)
            page.close()
    except pypdfium2.PdfiumError as problem:
        is_locked = problem.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Unreadable(DocumentRefusal.LOCKED if is_locked else DocumentRefusal.BROKEN) from None


def _page(page: pypdfium2.PdfPage) -> Page:
    scale = min(_SHARPEST, LONGEST_SIDE / max(*page.get_size(), 1))
    picture = page.render(scale=scale).to_pil()
    text = page.get_textpage().get_text_bounded()
    return drawn(picture, "".join(each for each in text.replace("\r\n", "\n") if each.isprintable() or each == "\n"))
