"""The states of scanned_page."""

from components.scanned_page import scanned_page

_NOTHING = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 85 110'/%3E"
_WORDS = {"text_label": "Text on this page", "no_text": "This page is a picture. It has no text that you can copy."}


def with_text() -> None:
    """With text"""
    text = "Form W-2\nWage and Tax Statement\n\n1  Wages, tips, other compensation\n31,200.00"
    scanned_page(_NOTHING, alt="Page 1 of 2 of your W-2", width=850, height=1100, text=text, **_WORDS)


def without_text() -> None:
    """A photo"""
    scanned_page(_NOTHING, alt="Page 1 of 1 of a receipt", width=850, height=1100, text="", **_WORDS)


def long_words() -> None:
    """Long words"""
    text = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz " * 5
    scanned_page(_NOTHING, alt="Page 2 of 2 of a law", width=1100, height=850, text=text, **_WORDS)
