"""How far the review of a return is, and each step that was taken in it. Standard library only."""

from enum import StrEnum


class ReviewState(StrEnum):
    """Where a review stands now. The last three are its end."""

    ASKED = "asked"
    """It waits until a preparer takes it; so does one that was handed back."""
    TAKEN = "taken"
    WAITING = "waiting"
    """The preparer has asked for something that is missing."""
    ANSWERED = "answered"
    APPROVED = "approved"
    CLOSED = "closed"
    """The preparer looked at it, did not approve it, and said why."""
    WITHDRAWN = "withdrawn"


class ReviewStep(StrEnum):
    """What somebody did in a review."""

    ASKED = "asked"
    TAKEN = "taken"
    NOTE = "note"
    QUESTION = "question"
    ANSWER = "answer"
    HANDED_BACK = "handed_back"
    APPROVED = "approved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ChangedBy(StrEnum):
    """Who changed answers while they are reviewed, for who reads it."""

    YOU = "you"
    CUSTOMER = "customer"
    """Who asked for the review."""
    OTHER_MEMBER = "other_member"
    HELPER = "helper"
    """Somebody whom a member trusted with it, also when their account is gone."""


STEPS_OF_CUSTOMERS = frozenset({ReviewStep.ASKED, ReviewStep.ANSWER, ReviewStep.WITHDRAWN})
"""All other steps are those of a preparer; db/security/reviews.sql says the same."""
