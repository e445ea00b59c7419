"""Lines of a file of settings that its reader would pass over, as if nobody had written them."""

import logging
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from dotenv.parser import Binding, parse_stream

logging.getLogger("dotenv.main").setLevel(logging.ERROR)  # it says that it passes a line over; here it is refused


def unread_lines(file: Path) -> Iterator[str]:
    """A sentence for each such line: its number and what to write, but nothing of it, because it may be a secret.

    One sentence for a file that can't be read at all.
    """
    if file.is_dir():
        yield f"{file} is a folder: put the file with your settings in its place, or remove it."
    if not file.is_file():
        return
    try:
        written = file.read_bytes()
        lines = parse_stream(StringIO(written.decode()))
    except OSError as trouble:
        yield f"{file} can't be read ({trouble.strerror}): the account that runs the app needs the right to read it."
    except UnicodeDecodeError as strange:
        number = written.count(b"\n", 0, strange.start) + 1
        yield f"Line {number} of {file} is not written in UTF-8: save the file as UTF-8."
    else:
        yield from (_unread(line, file) for line in lines if line.error or (line.key and line.value is None))


def _unread(line: Binding, file: Path) -> str:
    written = line.original.string
    above = len(written) - len(written.lstrip())  # the parser counts from the empty lines above it
    number = line.original.line + written[:above].count("\n")
    return f"Line {number} of {file} can't be read: write NAME=value, with quotation marks at both ends or at none."
