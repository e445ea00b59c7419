"""The part of a file that a browser asks for, so that a person can jump in a video (RFC 9110, section 14)."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class ByteRange:
    """The bytes from `start` up to `end`, which is not among them, of a file of `size` bytes."""

    start: int
    end: int
    size: int

    @property
    def content_range(self) -> str:
        """How the answer names it."""
        return f"bytes {self.start}-{self.end - 1}/{self.size}"


class Unsatisfiable(Exception):
    """The file has no such bytes."""


def asked_for(header: str, size: int) -> ByteRange | None:
    """The range that a header names; None for the whole file, also when it names several. Raises Unsatisfiable."""
    found = _ONE_RANGE.fullmatch(header.replace(" ", ""))
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if first:
        start, end = int(first), min(int(last) + 1 if last else size, size)
        if last and int(last) < int(first):
            return None  # no range at all: it is to be overlooked
    else:
        start, end = max(0, size - int(last)), size
    if start >= end:
        raise Unsatisfiable
    return ByteRange(start, end, size)
