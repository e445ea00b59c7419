"""Small real files of every kind that people send us, and some that they should not."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' + b" " * 100
PLACE = b"39.7392 North"


def a_pdf(*texts: str, locked: bool = False) -> bytes:
    """A PDF of one page for each text. A `locked` one asks for a password (ISO 32000-2, 7.6.4)."""
    kids = " ".join(f"{10 + 2 * each} 0 R" for each in range(len(texts)))
    parts = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Count {len(texts)} /Kids [{kids}]>> endobj",
        "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
        f"4 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}>>> endobj",
    ]
    for number, text in enumerate(texts):
        drawn = f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET"
        own = f"/Contents {11 + 2 * number} 0 R /Resources <</Font <</F1 3 0 R>>>> /MediaBox [0 0 612 792]"
        parts.append(f"{10 + 2 * number} 0 obj <</Type /Page /Parent 2 0 R {own}>> endobj")
        parts.append(f"{11 + 2 * number} 0 obj <</Length {len(drawn)}>> stream\n{drawn}\nendstream endobj")
    lock = f"/Encrypt 4 0 R /ID [<{'01' * 16}> <{'01' * 16}>]" if locked else ""
    return _with_table(parts, lock)


def a_picture(
    form: str = "PNG", *, size: tuple[int, int] = (300, 200), colour: str = "navy", turned: bool = False
) -> bytes:
    """A picture of one colour; a JPEG says where it was taken, and a `turned` one that it lies on its side."""
    into, told = BytesIO(), Image.Exif()
    if form == "JPEG":
        told[0x010E] = PLACE.decode()  # ImageDescription
        told[0x0112] = 6 if turned else 1  # Orientation
    Image.new("RGB", size, colour).save(into, form, exif=told)
    return into.getvalue()


def a_bomb(side: int = 60_000) -> bytes:
    """A PNG of a few thousand bytes that would fill the memory: `side` times `side` pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
        + _chunk(b"IEND", b"")
    )


def opened(picture: bytes) -> Image.Image:
    """A picture that we drew, to look at."""
    return Image.open(BytesIO(picture))


def _with_table(parts: Sequence[str], lock: str) -> bytes:
    content, places = "%PDF-1.4\n", {}
    for part in parts:
        places[int(part.split()[0])] = len(content)
        content += part + "\n"
    table = [f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items()]
    trailer = f"trailer <</Root 1 0 R /Size {max(places) + 1} {lock}>>\nstartxref\n{len(content)}\n%%EOF\n"
    return (content + "xref\n0 1\n0000000000 65535 f \n" + "".join(table) + trailer).encode("latin-1")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
