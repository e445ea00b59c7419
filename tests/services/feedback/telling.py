"""People who tell us something, and the bytes of a tiny video."""

from collections.abc import Iterator
from uuid import UUID

from db.types import new_id
from db.values.feedback import FeedbackAbout, VideoKind
from db.values.people import CommunicationPreference
from services import feedback
from services.feedback import Sent
from services.house import House
from tests.services.storage.keeping import kept

SIGNED = b"the bytes of somebody who signs "


def a_box(name: bytes, content: bytes) -> bytes:
    """One box of an MP4 file (ISO/IEC 14496-12, 4.2): length, name, content."""
    return (8 + len(content)).to_bytes(4, "big") + name + content


def an_mp4(size: int = 200, *, brand: bytes = b"isom") -> bytes:
    """So many bytes that begin like a film of a phone or a browser."""
    head = a_box(b"ftyp", brand + b"\0\0\2\0" + b"isomiso2avc1mp41")
    filling = SIGNED * (size // len(SIGNED) + 1)
    return head + a_box(b"mdat", filling)[: size - len(head)]


def a_webm(size: int = 200, *, doc_type: bytes = b"webm") -> bytes:
    """So many bytes that begin like a film of MediaRecorder: an EBML header with a DocType (RFC 9559)."""
    fields = b"\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82"
    fields += bytes([0x80 | len(doc_type)]) + doc_type + b"\x42\x87\x81\x04\x42\x85\x81\x02"
    head = b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(fields)]) + fields + b"\x18\x53\x80\x67\x01"
    return (head + SIGNED * (size // len(SIGNED) + 1))[:size]


def in_pieces(content: bytes, size: int) -> Iterator[bytes]:
    """As a connection brings it."""
    return (content[start : start + size] for start in range(0, len(content), size))


def sent(
    message: str = "The captions are missing.",
    *,
    about: str = FeedbackAbout.ACCESSIBILITY,
    email: str = "",
    page: str = "/tax",
) -> Sent:
    """What somebody filled in."""
    return Sent(about, message, email, page)


async def told(
    house: House,
    what: Sent | None = None,
    *,
    video: bytes = b"",
    talk: CommunicationPreference = CommunicationPreference.ASL_INTERPRETER,
) -> UUID:
    """Have a message taken in: its id."""
    stored = None
    if video:
        file_id = await kept(house.feedback_videos, video, file_id=new_id())
        stored = (file_id, VideoKind.MP4, len(video))
    async with house.transaction(feedback.DESK) as session:
        return await feedback.receive(session, what or sent(), talk=talk, video=stored)
