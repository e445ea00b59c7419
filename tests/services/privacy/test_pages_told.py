"""What the copy says of the pages of documents: their text, and nothing of a page that has none."""

from datetime import UTC, datetime
from typing import Any

from db.types import new_id
from services.privacy.collecting import Collected, Row
from services.privacy.readable.parts import part

LETTER, PHOTO = new_id(), new_id()


def a_page(document_id: object, number: int, text: str | None) -> Row:
    return {"id": new_id(), "document_id": document_id, "number": number, "text": text}


def test_a_page_without_text_is_left_out_and_of_a_document_without_any_it_is_said_once() -> None:
    pages = [
        a_page(LETTER, 1, "Dear Rosa"),
        a_page(LETTER, 2, None),
        a_page(PHOTO, 1, None),
        a_page(PHOTO, 2, None),
    ]
    documents: list[dict[str, Any]] = [{"id": LETTER, "name": "letter.pdf"}, {"id": PHOTO, "name": "receipt.jpg"}]
    copy = Collected(datetime.now(UTC), {"document": documents, "document_page": pages}, [], {})
    said = part("document_page", pages, copy)
    assert said.count('<section class="record">') == 2
    assert "letter.pdf" in said
    assert "Dear Rosa" in said
    assert said.count("receipt.jpg") == said.count("No text was found in this document.") == 1
