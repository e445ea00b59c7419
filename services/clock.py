"""Where time comes from, so that a test can stand still or move on."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that knows what time it is."""

    def now(self) -> datetime:
        """This instant, aware and in UTC."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """This instant, aware and in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved on."""

    instant: datetime

    def __post_init__(self) -> None:
        if self.instant.tzinfo is None:
            raise ValueError("A clock needs an instant with a time zone.")

    def now(self) -> datetime:
        """The instant that it stands at, in UTC."""
        return self.instant.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """Move on."""
        self.instant += by
