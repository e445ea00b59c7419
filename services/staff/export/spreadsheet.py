"""A table as CSV (RFC 4180) that spreadsheet programs open as it is, and in which no cell is a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

BYTE_ORDER_MARK = "\N{BYTE ORDER MARK}".encode()
"""Excel takes a file without it for one of an old code page, and breaks every accent."""
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # as wide signs too
_AT_ONCE = 200

Cell = str | int


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """The file in pieces: the mark, the heads, then the rows."""
    yield BYTE_ORDER_MARK
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(heads)
    for number, row in enumerate(rows, start=1):
        writer.writerow([_harmless(cell) for cell in row])
        if number % _AT_ONCE == 0:
            yield _taken(written)
    yield _taken(written)


def _harmless(cell: Cell) -> Cell:
    """An apostrophe before what a spreadsheet would compute; numbers of ours stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_BEGINS_A_FORMULA) else cell


def _taken(written: StringIO) -> bytes:
    piece = written.getvalue().encode()
    written.seek(0)
    written.truncate()
    return piece
