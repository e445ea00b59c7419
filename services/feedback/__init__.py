"""What people tell us, in text or in a signed video, and what staff do about it."""

from services.feedback.answering import VersionChanged, answer, write_version
from services.feedback.once import received_before
from services.feedback.reading import (
    ON_A_PAGE,
    Answer,
    Listed,
    Message,
    Overview,
    Video,
    message_at,
    overview,
    video_to_watch,
)
from services.feedback.receiving import (
    DESK,
    LONGEST_CHARACTERS,
    Received,
    page_of,
    problems_in,
    receive,
    received_at,
)
from services.feedback.sent import Sent
from services.feedback.videos import IncomingVideo, kind_of

__all__ = [
    "DESK",
    "LONGEST_CHARACTERS",
    "ON_A_PAGE",
    "Answer",
    "IncomingVideo",
    "Listed",
    "Message",
    "Overview",
    "Received",
    "Sent",
    "VersionChanged",
    "Video",
    "answer",
    "kind_of",
    "message_at",
    "overview",
    "page_of",
    "problems_in",
    "receive",
    "received_at",
    "received_before",
    "video_to_watch",
    "write_version",
]
