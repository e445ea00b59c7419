"""The process that looks: the file comes in by the standard input, its pages go out by the standard output."""

import sys
from collections.abc import Iterator

from PIL import Image

from db.values.documents import DocumentKind, DocumentRefusal
from services.file_reader.confinement import confine
from services.file_reader.kinds import kind_of
from services.file_reader.page import Page, done, refused, told
from services.file_reader.pdfs import pages_of_pdf
from services.file_reader.pictures import Unreadable, page_of


def main() -> None:
    """Tell page after page, and at the end that it is the end, or why there are none."""
    Image.init()
    confine()
    content = sys.stdin.buffer.read()
    try:
        for page in _pages(content):
            sys.stdout.buffer.write(told(page))
        sys.stdout.buffer.write(done())
    except Unreadable as problem:
        sys.stdout.buffer.write(refused(problem.why))
    except MemoryError:
        sys.stdout.buffer.write(refused(DocumentRefusal.TOO_MUCH_WORK))
    sys.stdout.buffer.flush()


def _pages(content: bytes) -> Iterator[Page]:
    kind = kind_of(content)
    if kind is None:
        raise Unreadable(DocumentRefusal.KIND)
    if kind is DocumentKind.PDF:
        yield from pages_of_pdf(content)
    else:
        yield page_of(content, kind)


if __name__ == "__main__":
    main()
