"""Reads a PDF as a screen reader does: by its structure, in the order in which that stands."""

from collections.abc import Iterator
from ctypes import c_ushort
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import page as checker
import pypdfium2
import pypdfium2.raw as pdfium

_NONE = -1


@dataclass(frozen=True)
class Tagged:
    """One element of the structure: its type, as H1 or TH, its own text, and the text that stands for a picture."""

    kind: str
    text: str = ""
    alt: str = ""


def faults(pdf: bytes) -> list[str]:
    """The ids of the rules of PDF/UA-1 that it breaks, by an independent checker."""
    report = checker.validate_pdf_bytes(pdf, profile=checker.ValidationProfile.PDF_UA_1)
    return sorted({failure.rule_id for failure in report.failures})


def structure(pdf: bytes) -> list[Tagged]:
    """Every element of every page, each before those in it."""
    document = pypdfium2.PdfDocument(pdf)
    return [each for page in document for each in _of_page(page)]


def plain_text(pdf: bytes) -> str:
    """The text as it is copied from the pages, one space between words."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


def title_of(pdf: bytes) -> str:
    """What a window calls it."""
    return str(pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"])


def _of_page(page: Any) -> Iterator[Tagged]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    texts = _texts(page)
    for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        yield from _within(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), texts)
    pdfium.FPDF_StructTree_Close(tree)


def _texts(page: Any) -> dict[int, str]:
    """The text of each marked content."""
    text_page = page.get_textpage()
    found = [(pdfium.FPDFPageObj_GetMarkedContentID(each), each) for each in page.get_objects()]
    return {
        mcid: "".join(_said(pdfium.FPDFTextObj_GetText, each.raw, text_page.raw) for _, each in same)
        for mcid, same in groupby(((mcid, each) for mcid, each in found if mcid != _NONE), key=lambda pair: pair[0])
    }


def _within(element: Any, texts: dict[int, str]) -> Iterator[Tagged]:
    if not element:
        return
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    ids = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place) for place in range(max(count, 0))]
    text = " ".join("".join(texts.get(mcid, "") for mcid in ids).split())
    yield Tagged(
        _said(pdfium.FPDF_StructElement_GetType, element), text, _said(pdfium.FPDF_StructElement_GetAltText, element)
    )
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _within(pdfium.FPDF_StructElement_GetChildAtIndex(element, place), texts)


def _said(ask: Any, *about: Any) -> str:
    """A text of PDFium: asked first for its length in bytes, then for itself."""
    length = ask(*about, None, 0)
    if length <= 2:
        return ""
    told = (c_ushort * (length // 2))()
    ask(*about, told, length)
    return bytes(told).decode("utf-16-le").rstrip("\0")
