"""Whom a customer trusts from outside, with what, and how that ended. Standard library only."""

from enum import StrEnum


class Right(StrEnum):
    """What a customer can let a trusted person from outside see or do. Each names something that there is."""

    SEE_ESTIMATES = "estimates.see"
    CHANGE_ESTIMATES = "estimates.change"
    SEE_TALK = "talk.see"
    SEE_DOCUMENTS = "documents.see"
    ADD_DOCUMENTS = "documents.add"


class Helper(StrEnum):
    """Who a trusted person is to the customer."""

    INTERPRETER = "interpreter"
    FAMILY_OR_FRIEND = "family_or_friend"
    PREPARER = "preparer"
    OTHER = "other"


class TrustEnd(StrEnum):
    """How the access of a trusted person, or the invitation to it, ended."""

    CUSTOMER = "customer"
    TRUSTED = "trusted"
    DECLINED = "declined"
    TIME = "time"
