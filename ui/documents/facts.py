"""A document in words."""

from db.values.documents import DocumentStatus
from services.documents.changing import WAY_BACK
from services.documents.listing import OwnDocument
from services.words import day_of, moment, sentence
from services.words.sizes import size_in_words


def kind_of(document: OwnDocument) -> str:
    """What kind of file it is."""
    return sentence(f"document.kind.{document.kind}") if document.kind else ""


def size_of(document: OwnDocument) -> str:
    """How large the file is."""
    return size_in_words(document.size_bytes)


def added_on(document: OwnDocument) -> str:
    """The day on which it came, and who sent it for its owner."""
    day = day_of(document.arrived_at)
    return sentence("documents.added_by", day=day, who=document.sender) if document.sender else day


def place_of(document: OwnDocument) -> str:
    """What it is, and of which year."""
    category = sentence(f"document.category.{document.category}")
    return sentence("document_page.place", category=category, year=year_of(document))


def year_of(document: OwnDocument) -> str:
    """The heading under which it stands."""
    if document.tax_year is None:
        return sentence("documents.no_year")
    return sentence("documents.year_of", year=document.tax_year)


def until(document: OwnDocument) -> str:
    """The moment until which it can be taken back."""
    return moment(document.removed_at + WAY_BACK) if document.removed_at else ""


def why_not(document: OwnDocument) -> str:
    """Why it was not taken; empty if it was."""
    return sentence(f"document.refusal.{document.refusal}") if document.refusal else ""


def is_on_its_way(document: OwnDocument) -> bool:
    """Whether it can't be looked at yet."""
    return document.status in {DocumentStatus.ARRIVING, DocumentStatus.WAITING}
