"""A form that carries a file, read while it comes in: text into memory, the file piece by piece to whoever takes it.

Starlette's own parser would write the file, unsealed, into the folder for temporary files (RFC 7578 is the format).
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from fastapi import HTTPException, Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

LONGEST_TEXT_BYTES = 100_000
"""All text fields together, with their names: each name costs memory too, and a form may have many."""
SILENCE_SECONDS = 60.0
LONGEST_SECONDS = 3600.0
Take = Callable[[bytes], Awaitable[None]]


class Piece(NamedTuple):
    """A part of a file: the place of that among the files of the form, its name, and the bytes; first come none."""

    file: int
    name: str
    data: bytes


TakePiece = Callable[[Piece], Awaitable[None]]


class Read(NamedTuple):
    """The text fields, whether a file was chosen, and whether the form was read to its end."""

    fields: dict[str, str]
    has_file: bool
    to_the_end: bool


async def read_form(request: Request, *, file_field: str, take: Take, most_bytes: int) -> Read:
    """What was filled in, with one file; beyond `most_bytes` nothing more is read. HTTPException as below."""

    async def take_piece(piece: Piece) -> None:
        await take(piece.data)

    return await read_form_with_several(request, file_field=file_field, take=take_piece, most_bytes=most_bytes)


async def read_form_with_several(request: Request, *, file_field: str, take: TakePiece, most_bytes: int) -> Read:
    """The same for a form with several files, which come one after the other.

    HTTPException 400 if it is no such form or the sender left, 408 if they say nothing for a minute.
    """
    form = _Form(file_field)
    try:
        was_read = await _read(request, form, take, most_bytes)
    except TimeoutError:
        raise HTTPException(408, headers={"Connection": "close"}) from None
    except (FormParserError, ClientDisconnect):
        raise HTTPException(400) from None
    if was_read and not form.is_whole:
        raise HTTPException(400)
    return Read(form.text(), form.has_file, was_read)


async def _read(request: Request, form: "_Form", take: TakePiece, most_bytes: int) -> bool:
    """Whether all was read. TimeoutError after a minute of silence, or an hour in all."""
    parser, now, read = _parser(request, form), asyncio.get_running_loop().time, 0
    latest = now() + LONGEST_SECONDS
    async with asyncio.timeout(SILENCE_SECONDS) as patience:
        async for data in request.stream():
            parser.write(data)
            for piece in form.taken():
                await take(piece)
            read += len(data)
            if read > most_bytes:
                return False
            patience.reschedule(min(now() + SILENCE_SECONDS, latest))
    return True


def _parser(request: Request, form: "_Form") -> MultipartParser:
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise HTTPException(400)
    return MultipartParser(
        options[b"boundary"],
        {
            "on_part_begin": form.begin_part,
            "on_header_field": form.add_header_name,
            "on_header_value": form.add_header_value,
            "on_header_end": form.end_header,
            "on_headers_finished": form.end_headers,
            "on_part_data": form.add_data,
            "on_end": form.end,
        },
    )


class _Form:
    """What the parser tells: it calls these as it reads."""

    def __init__(self, file_field: str) -> None:
        self.is_whole = self.has_file = False
        self._file_field = file_field
        self._fields: dict[str, bytearray] = {}
        self._text_bytes = 0
        self._pieces: list[Piece] = []
        self._file = -1
        self._file_name = ""
        self._headers: dict[bytes, bytes] = {}
        self._header = (b"", b"")
        self._name = ""
        self._is_file = False

    def text(self) -> dict[str, str]:
        """The text fields. Of a field that comes twice, both texts one after the other."""
        return {name: bytes(value).decode(errors="replace") for name, value in self._fields.items()}

    def taken(self) -> list[Piece]:
        """The pieces of the files since the last call."""
        pieces, self._pieces = self._pieces, []
        return pieces

    def begin_part(self) -> None:
        self._headers = {}

    def add_header_name(self, data: bytes, start: int, end: int) -> None:
        name, value = self._header
        self._header = (name + data[start:end], value)

    def add_header_value(self, data: bytes, start: int, end: int) -> None:
        name, value = self._header
        self._header = (name, value + data[start:end])

    def end_header(self) -> None:
        name, value = self._header
        self._headers[name.lower()] = value
        self._header = (b"", b"")

    def end_headers(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        self._name = options.get(b"name", b"").decode(errors="replace")
        self._is_file = b"filename" in options
        if self._is_file and self._name == self._file_field:
            self._file_name = options[b"filename"].decode(errors="replace")
            self._file += 1
            self.has_file = bool(self._file_name)  # without a name, none was chosen (HTML, 4.10.22.4)
            self._pieces.append(Piece(self._file, self._file_name, b""))
        if not self._is_file:
            self._count_text(len(self._name))

    def add_data(self, data: bytes, start: int, end: int) -> None:
        if not self._is_file:
            self._count_text(end - start)
            self._fields.setdefault(self._name, bytearray()).extend(data[start:end])
        elif self._name == self._file_field:
            self.has_file = True
            self._pieces.append(Piece(self._file, self._file_name, data[start:end]))

    def end(self) -> None:
        self.is_whole = True

    def _count_text(self, size: int) -> None:
        self._text_bytes += size
        if self._text_bytes > LONGEST_TEXT_BYTES:
            raise FormParserError("There is too much text in this form.")
