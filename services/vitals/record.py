"""What one process remembers: its own last hour, and what the others told last."""

import os
import socket
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from services.journal.recent import Pace
from services.vitals.reading import Machine, Pages, Pool

SECONDS_BETWEEN_SAMPLES = 60
_MOST_SAMPLES = 60
_MOST_OTHERS = 100
_SILENT_FOR = timedelta(seconds=2.5 * SECONDS_BETWEEN_SAMPLES)


@dataclass(frozen=True, slots=True)
class Sample:
    """A process at one moment, and what came since the sample before. `cpu_share` is of one core, and may be over 1."""

    since: datetime
    at: datetime
    requests: int
    failed: int
    p95_ms: float | None
    stall_ms: float | None
    pages: Pages
    pool: Pool | None
    memory_bytes: int
    cpu_share: float

    @property
    def middle(self) -> datetime:
        """When most of it happened: its ends may lie a little beside a full minute."""
        return self.since + (self.at - self.since) / 2


@dataclass(frozen=True, slots=True)
class ProcessVitals:
    """How one process is: its name, itself now, its samples of the last hour, and the pace of routes and actions."""

    process: str
    now: Sample
    machine: Machine
    hour: tuple[Sample, ...]
    requests: tuple[Pace, ...]
    actions: tuple[Pace, ...]


_WRITTEN = TypeAdapter(ProcessVitals)


@dataclass(slots=True)
class Record:
    """Bounded: one sample a minute for an hour, and at most a hundred other processes."""

    process: str = field(default_factory=lambda: f"{socket.gethostname()}, process {os.getpid()}")
    hour: deque[Sample] = field(default_factory=lambda: deque(maxlen=_MOST_SAMPLES))
    others: dict[str, ProcessVitals] = field(default_factory=dict)
    since: datetime | None = None  # when the last sample was taken, or the watch began
    # The same on the clock that only goes on, and the time of CPU until then.
    cpu_from: tuple[float, float] = (0.0, 0.0)

    def hear(self, message: bytes) -> None:
        """Remember what a process told of itself; beyond a hundred, who has been silent for longest makes room.

        A message that can't be read comes from another release: it is left.
        """
        try:
            told = _WRITTEN.validate_json(message)
        except ValidationError:
            return
        if told.process == self.process:
            return
        self.others.pop(told.process, None)
        self.others[told.process] = told
        if len(self.others) > _MOST_OTHERS:
            del self.others[next(iter(self.others))]

    def heard(self, now: datetime) -> list[ProcessVitals]:
        """The other processes that told something in the last minutes; whoever is silent for longer is forgotten."""
        for name in [name for name, told in self.others.items() if now - told.now.at > _SILENT_FOR]:
            del self.others[name]
        return [self.others[name] for name in sorted(self.others)]


def to_tell(vitals: ProcessVitals) -> bytes:
    """A process as a message to the others."""
    return _WRITTEN.dump_json(vitals)
