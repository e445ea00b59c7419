"""What a tax return says in one of a few words. Standard library only."""

from enum import StrEnum


class FilingStatus(StrEnum):
    """Form 1040, Filing Status."""

    SINGLE = "single"
    MARRIED_JOINT = "married_joint"
    MARRIED_SEPARATE = "married_separate"
    HEAD_OF_HOUSEHOLD = "head_of_household"
    QUALIFYING_SURVIVING_SPOUSE = "qualifying_surviving_spouse"
