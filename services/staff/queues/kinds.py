"""The kinds of work that wait and of other lists to which people add, and how open ones hear of more."""

from enum import StrEnum

from services.house import DbSession


class Queue(StrEnum):
    """A kind of work that waits."""

    RECOVERY = "recovery"
    REVIEWS = "reviews"
    INTERPRETERS = "interpreters"
    FEEDBACK = "feedback"
    EMERGENCIES = "emergencies"
    ROLES = "roles"


class Rows(StrEnum):
    """A list of what is there, whether or not it waits for somebody."""

    EMERGENCIES = "uses of emergency access"
    ROLES = "roles that are held"
    ASSIGNMENTS = "assignments"


def news_of(listed: Queue | Rows) -> str:
    """The channel in `house.shared` on which open lists hear that something may have come to them."""
    return f"list of {listed}"


def tell(session: DbSession, *lists: Queue | Rows) -> None:
    """Tell these lists, once it is kept."""
    for each in lists:
        session.tell(news_of(each), b"more")
