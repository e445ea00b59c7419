"""What a file is, told by its first bytes; its name says nothing.

Sources: ISO 32000-2, 7.5.2 (PDF); ISO/IEC 10918-1, B.1.1.3 (JPEG); PNG (W3C), 5.2; ISO/IEC 23008-12, 10.2 (HEIC).
"""

from db.values.documents import DocumentKind

HEAD_BYTES = 16
_BEGINNINGS = {
    b"%PDF-": DocumentKind.PDF,
    b"\xff\xd8\xff": DocumentKind.JPEG,
    b"\x89PNG\r\n\x1a\n": DocumentKind.PNG,
}

_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def is_heic(head: bytes) -> bool:
    """Whether it is a photo as iPhones take them, which we can't open: its libraries are LGPL or GPL."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS


def kind_of(head: bytes) -> DocumentKind | None:
    """The kind of document that begins with these bytes; None if it is none that we take.

    A PDF must begin at its first byte: what stands before could be a page or a program.
    """
    return next((kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning)), None)
