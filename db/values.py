"""The plain enumerations that every floor of the house may speak. Standard library only."""

from enum import StrEnum


class Role(StrEnum):
    """What a person with an account is here as. Later issues add more."""

    CUSTOMER = "customer"
    PREPARER = "preparer"
    ADMINISTRATOR = "administrator"


class WayIn(StrEnum):
    """How somebody has shown that an account is theirs."""

    PASSWORD = "password"  # noqa: S105  # nosec B105  # the name of a way, not a password
    ORGANISATION = "organisation"
    PASSKEY = "passkey"
    LETTER = "letter"


class LinkPurpose(StrEnum):
    """What a link in a letter is for; the values are the beginnings of its paths."""

    SIGN_UP = "sign-up"
    SIGN_IN = "sign-in"
    FORGOT_PASSWORD = "forgot-password"  # noqa: S105  # nosec B105  # the name of a purpose, not a password


class CommunicationPreference(StrEnum):
    """How a person wants to talk with us; the values are those of the partner API."""

    ASL_INTERPRETER = "ASL_Interpreter"
    VRI = "VRI"
    CAPTIONED_PHONE = "Captioned_Phone"
    TEXT_ONLY = "Text_Only"


class FeedbackAbout(StrEnum):
    """What a message to us is about."""

    ACCESSIBILITY = "accessibility"
    MISTAKE = "mistake"
    PAGE = "page"
    IDEA = "idea"
    COMPLAINT = "complaint"
    OTHER = "other"


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


class Theme(StrEnum):
    """Colours of the screen. `system` follows prefers-color-scheme and prefers-contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class TextSize(StrEnum):
    """Steps of the text scale: 100, 125, 150 and 200 percent."""

    NORMAL = "1"
    LARGE = "2"
    LARGER = "3"
    LARGEST = "4"


class Motion(StrEnum):
    """Whether things may move. `system` follows prefers-reduced-motion."""

    SYSTEM = "system"
    REDUCED = "reduced"


class Switch(StrEnum):
    """Whether something that helps some people, and disturbs others, happens."""

    ON = "on"
    OFF = "off"


class FilingStatus(StrEnum):
    """Form 1040, Filing Status."""

    SINGLE = "single"
    MARRIED_JOINT = "married_joint"
    MARRIED_SEPARATE = "married_separate"
    HEAD_OF_HOUSEHOLD = "head_of_household"
    QUALIFYING_SURVIVING_SPOUSE = "qualifying_surviving_spouse"
