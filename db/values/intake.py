"""What is asked at the beginning: signing, calls, interpreters, and what may help. Standard library only."""

from enum import StrEnum


class SignMode(StrEnum):
    """How somebody signs or follows, for which no language tag exists."""

    SEEN = "seen"
    TACTILE = "tactile"
    CLOSE_VISION = "close_vision"
    TRANSLITERATION = "transliteration"
    CUED = "cued"


class CallKind(StrEnum):
    """By which service a person's own number is answered."""

    NONE = "none"
    VRS = "vrs"
    CAPTIONED = "captioned"
    RELAY = "relay"


class InterpreterStatus(StrEnum):
    """How far it is with an interpreter for somebody; the values are those of the partner API."""

    PENDING = "Pending"
    APPROVED = "Approved"
    SELF_PROVIDED = "Self-Provided"
    NOT_REQUIRED = "Not_Required"


class HearingAids(StrEnum):
    """Who paid for the hearing aids or implants that somebody has."""

    NONE = "none"
    SELF = "self"
    SHARED = "shared"
    OTHERS = "others"


class Program(StrEnum):
    """A program from which somebody gets money or services; the values are those of the partner API."""

    SSI = "SSI"
    SSDI = "SSDI"
    VOCATIONAL_REHAB = "Vocational_Rehab"
    OTHER = "Other"


class Interest(StrEnum):
    """Costs about which somebody wants to know more; the values are those of the partner API."""

    MEDICAL = "Medical_Expenses"
    WORK_INTERPRETERS = "Work_Related_Interpreter_Fees"
    EQUIPMENT = "Specialized_Equipment"
