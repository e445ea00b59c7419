"""The batch command: returns.jsonl in, results.jsonl out. Needs no database and no network."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from services import words
from services.tax.batch import answered
from services.tax.batch.records import Clerk
from services.tax.method import Method
from services.words.lines import line_words

_ABOUT = """Compute US federal income tax returns for 2025 and 2026.

Reads one return as JSON on each line and writes one result as JSON on each line, in the same order.
A result has `id`, `refund`, `amount_owed` and the amounts that services/tax/README.md describes, in dollars and cents.
A line that can't be used becomes {"id": ..., "error": ...}, and the others go on."""
_EXAMPLE = "example: python -m services.tax --explain < returns.jsonl > results.jsonl"
NOTHING_TO_DO, STOPPED = 1, 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 no input, 2 wrong use."""
    asked = _arguments().parse_args(arguments)
    clerk = Clerk(words.sentence, line_words, asked.method, asked.explain)
    count = 0
    with suppress(BrokenPipeError):
        for result in answered(_returns(sys.stdin.buffer), clerk.answer):
            sys.stdout.buffer.write(result)
            count += 1
        sys.stdout.buffer.flush()
    if not count:
        print(f"tax: {words.sentence('tax.no_returns')}", file=sys.stderr)
    return 0 if count else NOTHING_TO_DO


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m services.tax", description=_ABOUT, epilog=_EXAMPLE, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--method",
        type=Method,
        choices=tuple(Method),
        default=Method.AS_FILED,
        help="as_filed: whole dollars, Tax Table and EIC Table (default)\nexact: to the cent, by the rates of the law",
    )
    parser.add_argument(
        "--explain", action="store_true", help="add every line: what it is, why, and where it came from"
    )
    return parser


def _returns(source: BinaryIO) -> Iterator[bytes]:
    """The lines that hold something, with a progress bar on a terminal."""
    filled = (line for line in source if line.strip())
    if not sys.stderr.isatty():
        return filled
    from services.tax.batch.progress import with_progress  # pylint: disable=import-outside-toplevel  # it takes 40 ms

    return with_progress(filled, _size(source))


def _size(source: BinaryIO) -> int | None:
    """Bytes to come, when the input is a file."""
    with suppress(OSError):
        return os.fstat(source.fileno()).st_size or None
    return None


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
