"""What the page of a document says at its top to whom another address of ours led back to it."""

from enum import StrEnum

from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.words import sentence


class Told(StrEnum):
    """Why they came back, as the address of the page says it."""

    NOTHING = ""
    PROVED = "proved"
    """They showed that it is them, to save the original."""
    MISSING = "missing"
    """The original can't be given."""


def told_above(told: Told) -> None:
    """Say it, if there is something to say."""
    match told:
        case Told.PROVED:
            with notice("good"):
                paragraph(sentence("document_page.proved"))
        case Told.MISSING:
            with notice("warn", title=sentence("document_page.missing_title")):
                for part in ("what", "kept"):
                    paragraph(sentence(f"document_page.missing_{part}"))
                with paragraph(sentence("document_page.missing_do")):
                    link(sentence("document_page.missing_tell"), "/contact")
