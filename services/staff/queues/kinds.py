"""The kinds of work that wait, and how open lists of them hear of more."""

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


def news_of(queue: Queue) -> str:
    """The channel in `house.shared` on which open lists hear that something may have come to this queue."""
    return f"queue {queue}"


def tell(session: DbSession, queue: Queue) -> None:
    """Tell these lists, once it is kept."""
    session.tell(news_of(queue), b"more")
