"""What a consent can be to."""

from enum import StrEnum


class ConsentPurpose(StrEnum):
    """What a person may allow us to do with what they tell for a return, beside the return itself."""

    INSURANCE = "insurance"
    ASSISTANT = "assistant"
    PARTNER = "partner"
