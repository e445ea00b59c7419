"""The latest times, exactly: the buckets of a histogram only say between which two bounds a time lay.

Bounded: so many times of each name, and names are those in the code.
"""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

MOST_OF_EACH = 300
WITHIN_SECONDS = 3600
_MOST_SINCE = 5_000


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast one thing was: its last 300 times of the last hour, or fewer if there were no more."""

    name: str
    count: int
    failed: int
    median_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class Since:
    """What came since the last time that somebody began anew. Without any there are no times."""

    count: int
    failed: int
    p95_ms: float | None
    worst_ms: float | None


class Recent:
    """Remembers how long each thing took and whether it failed. `now` gives seconds that only go on."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._of: defaultdict[str, deque[tuple[float, float, bool]]] = defaultdict(lambda: deque(maxlen=MOST_OF_EACH))
        self.begin_anew()

    def add(self, name: str, seconds: float, *, failed: bool, in_all: bool = True) -> None:
        """Remember one time. `in_all` is False for what should be seen by its name and count nowhere else."""
        self._of[name].append((self._now(), seconds, failed))
        if in_all:
            self._count += 1
            self._failed += failed
            self._times.append(seconds)

    def paces(self) -> list[Pace]:
        """Every name that came within the last hour, the slowest first."""
        oldest = self._now() - WITHIN_SECONDS
        found = []
        for name, times in self._of.items():
            if lately := [(seconds, failed) for at, seconds, failed in times if at >= oldest]:
                seconds = sorted(each for each, _ in lately)
                failed = sum(each for _, each in lately)
                found.append(Pace(name, len(lately), failed, _ms(seconds, 0.5), _ms(seconds, 0.95)))
        return sorted(found, key=lambda pace: -pace.p95_ms)

    def since(self) -> Since:
        """What came since the last new beginning."""
        times = sorted(self._times)
        p95_ms, worst_ms = (_ms(times, share) if times else None for share in (0.95, 1))
        return Since(self._count, self._failed, p95_ms, worst_ms)

    def begin_anew(self) -> None:
        """From now on `since` counts from zero."""
        self._count = self._failed = 0
        self._times: deque[float] = deque(maxlen=_MOST_SINCE)


def _ms(in_order: Sequence[float], share: float) -> float:
    """The time that this share of all did not exceed: one that really was, by nearest rank."""
    return round(in_order[max(0, ceil(share * len(in_order)) - 1)] * 1000, 1)
