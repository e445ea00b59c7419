"""What a document of a customer is, and how far it is on its way in. Standard library only."""

from enum import StrEnum


class DocumentCategory(StrEnum):
    """What a document of a customer is, in the order in which people look for it."""

    W2 = "w2"
    SSA_1099 = "ssa_1099"
    FORM_1099 = "form_1099"
    HEARING_RECEIPT = "hearing_receipt"
    IRS_LETTER = "irs_letter"
    INSURANCE = "insurance"
    IDENTITY = "identity"
    OTHER = "other"


class DocumentKind(StrEnum):
    """The kinds of document that we take; the values are the endings of their names."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"

    @property
    def media_type(self) -> str:
        """What a browser is told (IANA media types)."""
        return {"pdf": "application/pdf", "jpg": "image/jpeg"}.get(self.value, "image/png")


class DocumentStatus(StrEnum):
    """How far a document is: on its way to us, here and not looked at, ready to be seen, or not taken."""

    ARRIVING = "arriving"
    WAITING = "waiting"
    CHECKED = "checked"
    REFUSED = "refused"


class DocumentRefusal(StrEnum):
    """Why a document was not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    KIND = "kind"
    HEIC = "heic"
    BROKEN = "broken"
    LOCKED = "locked"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MUCH_WORK = "too_much_work"
    VIRUS = "virus"
