"""What people tell us, and the videos in which they sign it. Standard library only."""

from enum import StrEnum


class FeedbackAbout(StrEnum):
    """What a message to us is about."""

    ACCESSIBILITY = "accessibility"
    MISTAKE = "mistake"
    PAGE = "page"
    SIGN_IN = "sign_in"
    IDEA = "idea"
    COMPLAINT = "complaint"
    OTHER = "other"


class VideoStatus(StrEnum):
    """How far the check for viruses is with a video."""

    WAITING = "waiting"
    CHECKED = "checked"
    REFUSED = "refused"


class VideoKind(StrEnum):
    """The kinds of video that browsers and phones make; the values are the endings of their names."""

    MP4 = "mp4"
    MOV = "mov"
    WEBM = "webm"
    PHONE = "3gp"

    @property
    def media_type(self) -> str:
        """What a browser is told (IANA media types)."""
        return {"mov": "video/quicktime", "3gp": "video/3gpp"}.get(self.value, f"video/{self.value}")
