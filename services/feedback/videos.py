"""A video on its way in. Its first bytes say what it is; its name says nothing.

Sources: RFC 9559 (Matroska, of which WebM is a part), section 8 and its DocType; ISO/IEC 14496-12, 4.3 (the box `ftyp`
and its brand); the brands of mp4ra.org.
"""

from db.values.feedback import VideoKind
from services.errors import Invalid
from services.storage import Writing

_HEAD_BYTES = 64
_LARGEST_FTYP_BYTES = 1024
_EBML = b"\x1a\x45\xdf\xa3"
_MP4_BRANDS = frozenset({b"mp41", b"mp42", b"avc1", b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"dash", b"cmfc"})


def kind_of(head: bytes) -> VideoKind | None:
    """The kind of video that begins with these bytes (64 or more are enough); None if it is none that we take."""
    if head.startswith(_EBML):
        return VideoKind.WEBM if b"webm" in head[:_HEAD_BYTES] else None
    if head[4:8] != b"ftyp" or int.from_bytes(head[:4]) > _LARGEST_FTYP_BYTES:
        return None
    brand = head[8:12]
    if brand == b"qt  ":
        return VideoKind.MOV
    if brand.startswith(b"3g"):
        return VideoKind.PHONE
    return VideoKind.MP4 if brand in _MP4_BRANDS or brand.startswith(b"iso") else None


class IncomingVideo:
    """Takes what the browser sends, and stores it only while it is a video and not too large.

    The rest of a refused one is thrown away as it comes: a browser shows our answer only when it has sent everything.
    """

    def __init__(self, file: Writing, *, most_bytes: int) -> None:
        self._file = file
        self._most = most_bytes
        self._head = b""
        self._kind: VideoKind | None = None
        self.size = 0

    async def take(self, data: bytes) -> None:
        """Look at the next bytes, and store them."""
        self.size += len(data)
        if len(self._head) < _HEAD_BYTES:
            data = self._head + data
            self._head = data
            if len(data) < _HEAD_BYTES:
                return
            self._kind = kind_of(data)
        if self._kind and self.size <= self._most:
            await self._file.write(data)

    async def finish(self) -> VideoKind | None:
        """The kind of the video, which is stored whole now; None if there was none. Invalid if we don't take it."""
        if not self.size:
            return None
        if self.size > self._most:
            raise Invalid("video", "feedback.video_too_large")
        if not self._kind:
            raise Invalid("video", "feedback.not_a_video")
        await self._file.finish()
        return self._kind
