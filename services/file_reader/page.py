"""What is found in a file, and how the process that looks tells it: a frame of JSON for each page, then the picture.

A frame is its length (4 bytes, big-endian) and as many bytes.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from db.values.documents import DocumentRefusal

LARGEST_FRAME_BYTES = 20_000_000
LONGEST_TEXT = 20_000
_LENGTH_BYTES = 4
_WEBP = (b"RIFF", b"WEBP")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its picture in WebP with its size in pixels, and the text that is in it, if it is known."""

    width: int
    height: int
    picture: bytes
    text: str = ""


class Unexpected(Exception):
    """The process said something else than a page: it was taken over, or it died."""


def framed(content: bytes) -> bytes:
    """One frame."""
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content


def told(page: Page) -> bytes:
    """The two frames of a page."""
    facts = {"width": page.width, "height": page.height, "text": page.text[:LONGEST_TEXT]}
    return framed(json.dumps(facts).encode()) + framed(page.picture)


def refused(why: DocumentRefusal) -> bytes:
    """The frame that says that there are no pages, and why."""
    return framed(json.dumps({"refused": why}).encode())


def done() -> bytes:
    """The frame that says that there was nothing more to tell."""
    return framed(b"{}")


async def next_page(read: Callable[[int], Awaitable[bytes]]) -> Page | DocumentRefusal | None:
    """Read the next page, or why there is none; None after the last. Nothing that is read is believed: Unexpected."""
    try:
        facts = json.loads(await _frame(read))
        if facts == {}:
            return None
        if "refused" in facts:
            return DocumentRefusal(facts["refused"])
        page = Page(int(facts["width"]), int(facts["height"]), await _frame(read), str(facts["text"])[:LONGEST_TEXT])
    except (ValueError, TypeError, KeyError) as problem:
        raise Unexpected from problem
    if (page.picture[:4], page.picture[8:12]) != _WEBP or not 0 < page.width < 10_000 > page.height > 0:
        raise Unexpected
    return page


async def _frame(read: Callable[[int], Awaitable[bytes]]) -> bytes:
    size = int.from_bytes(await read(_LENGTH_BYTES), "big")
    if size > LARGEST_FRAME_BYTES:
        raise Unexpected
    return await read(size)
