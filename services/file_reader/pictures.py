"""A photo or a scan, drawn anew: without its place, its device, its profile and whatever hides behind its end."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from db.values.documents import DocumentKind, DocumentRefusal
from services.file_reader.page import Page

MOST_PIXELS = 64_000_000
"""More than phones take; a picture that is a hundred bytes long can claim billions."""
LONGEST_SIDE = 2000
_FORMATS = {DocumentKind.JPEG: "JPEG", DocumentKind.PNG: "PNG"}
_QUALITY = 80
_EFFORT = 2  # of 6: twice as fast, and a tenth larger


class Unreadable(Exception):
    """It can't be drawn: why."""

    def __init__(self, why: DocumentRefusal) -> None:
        super().__init__(why)
        self.why = why


def page_of(content: bytes, kind: DocumentKind) -> Page:
    """The one page that a picture is. Raises Unreadable."""
    try:
        picture = Image.open(BytesIO(content), formats=[_FORMATS[kind]])
        if picture.width * picture.height > MOST_PIXELS:
            raise Unreadable(DocumentRefusal.TOO_MANY_PIXELS)
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is opened no larger than needed
        return drawn(ImageOps.exif_transpose(picture))
    except Image.DecompressionBombError:
        raise Unreadable(DocumentRefusal.TOO_MANY_PIXELS) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise Unreadable(DocumentRefusal.BROKEN) from None


def drawn(picture: Image.Image, text: str = "") -> Page:
    """A picture as a page: on white where nothing is, no larger than a screen shows it."""
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = picture.convert("RGBA") if picture.has_transparency_data else picture.convert("RGB")
    flat = Image.new("RGB", seen.size, "white")
    flat.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    into = BytesIO()
    flat.save(into, "WEBP", quality=_QUALITY, method=_EFFORT)
    return Page(flat.width, flat.height, into.getvalue(), text)
