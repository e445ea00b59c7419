"""What the house is doing right now: which request, socket, event or job a log line and an SQL statement belong to."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum

from uuid_utils.compat import uuid7


class Kind(StrEnum):
    """What has an id of its own."""

    REQUEST = "request"
    SOCKET = "socket"
    EVENT = "event"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One request, socket, event or job. The id is ours: what a client calls its request is not believed."""

    kind: Kind
    id: str = field(default_factory=lambda: str(uuid7()))


_now: ContextVar[Occasion | None] = ContextVar("occasion", default=None)


def begin(kind: Kind) -> Occasion:
    """From here to the end of this task, everything belongs to a new occasion.

    It is not taken back: the servers of requests, sockets and jobs give each a task, and log in it what got away.
    """
    occasion = Occasion(kind)
    _now.set(occasion)
    return occasion


def current() -> Occasion | None:
    """What is being done right now; None at start and in work that belongs to nobody."""
    return _now.get()
