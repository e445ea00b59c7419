"""Sets a document as an accessible PDF (PDF/UA-1): tagged, with a title, a language, real headings and real tables.

    pdf = await as_pdf(Document("You get back $565", …, parts=[Text("…"), Heading("Every line"), Table(…)]), on=today)

Typst does the work, in a thread: it lets go of the interpreter, so pages stay quick. It reads document.typ, our
typeface and the data that it is handed, and asks nobody.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from services.typesetting.letters import with_letters_that_can_be_set

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "document.typ"
_FONTS = _HERE / "fonts"


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a part begins. The title is the only heading of level 1."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `weighty` words matter most."""

    text: str
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a page, to click and to read on paper."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote, set apart as a quotation: `by` says who and when. Each line of the text is a paragraph."""

    by: str
    text: str


Cell = str | Sequence[str | Note]
"""What stands in one cell of a table: a text, or several lines."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is repeated on each page. The last columns hold figures: so many as `figures` says.

    A cell with several lines is a list of texts and notes; the first one is a weighty text.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    figures: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture: from where to where, 0 is left and 1 right; `kind` is how it is filled."""

    label: str
    figure: str
    begins: float
    ends: float
    kind: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture. `says` is what it shows, for who does not see it."""

    says: str
    bars: Sequence[Bar]


Part = Heading | Text | Bullets | Link | Table | Bars


@dataclass(frozen=True, slots=True)
class Document:
    """What is set: `above` is a small line over the title, `foot` stands with the page number at the foot of each page.

    `page` is how the pages are counted: "Page {number} of {count}".
    """

    title: str
    above: str
    foot: str
    page: str
    parts: Sequence[Part]


async def as_pdf(document: Document, *, on: date) -> bytes:
    """The document as PDF/UA-1, dated `on`. About 40 ms on one core."""
    return await asyncio.to_thread(_set, document, on)


def _set(document: Document, on: date) -> bytes:
    parts = [{"is": type(part).__name__.lower(), **asdict(part)} for part in document.parts]
    told = {"title": document.title, "above": document.above, "foot": document.foot, "page": document.page}
    data = {**told, "on": [on.year, on.month, on.day], "parts": parts}
    try:
        return _compiled(data, on)
    except typst.TypstError:  # mostly a letter that no typeface here has: PDF/UA allows none
        return _compiled(with_letters_that_can_be_set(data), on)


def _compiled(data: dict[str, Any], on: date) -> bytes:
    return typst.compile(
        _TEMPLATE,
        root=_HERE,
        font_paths=_typeface(),
        sys_inputs={"document": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=datetime.combine(on, time(), UTC),
        format="pdf",
    )


@cache
def _typeface() -> typst.Fonts:
    """Ours, and the ones inside Typst for a letter that it lacks."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_FONTS])
