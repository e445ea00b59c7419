"""Holds how the processes are against the limits: what is fine, and what needs a look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from services.jobs.backlog import Backlog
from services.vitals.limits import FEWEST_TIMES, LATELY_MINUTES, LIMITS, Limit
from services.vitals.record import ProcessVitals, Sample

_CPU_MINUTES = 5  # a busy minute is no trouble
_NO_JOB = (0.0, "")


@dataclass(frozen=True, slots=True)
class Judged:
    """The worst value of one kind and whose it is: a route, a process or a job. No value: nothing to judge yet."""

    code: str
    value: float | None = None
    whose: str = ""

    @property
    def limit(self) -> Limit:
        """What it is held against."""
        return LIMITS[self.code]

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should look."""
        return self.value is not None and self.limit.is_passed_by(self.value)


def judged(processes: Sequence[ProcessVitals], jobs: Sequence[Backlog]) -> list[Judged]:
    """Every limit with its worst value, in the order of the limits."""
    found: dict[str, Iterable[tuple[float | None, str]]] = {
        "slow": _slow(processes),
        "stall": _lately(processes, lambda sample: sample.stall_ms),
        "errors": ((_errors(each.hour), each.process) for each in processes),
        "pool": _lately(processes, _pool_in_use),
        "cpu": ((_cpu(each.hour), each.process) for each in processes),
        "memory": ((each.machine.memory_free_share, each.process) for each in processes),
        "disk": ((each.machine.disk_free_share, each.process) for each in processes),
        "oldest_job": [_NO_JOB, *((each.oldest_seconds, each.job) for each in jobs)],
        "failed_jobs": [_NO_JOB, *((float(each.failed), each.job) for each in jobs)],
    }
    return [_worst(code, found[code]) for code in LIMITS]


def _worst(code: str, found: Iterable[tuple[float | None, str]]) -> Judged:
    values = [(value, whose) for value, whose in found if value is not None]
    if not values:
        return Judged(code)
    return Judged(code, *(min(values) if LIMITS[code].least else max(values)))


def _slow(processes: Sequence[ProcessVitals]) -> Iterator[tuple[float | None, str]]:
    for each in processes:
        yield from ((pace.p95_ms, pace.name) for pace in (*each.requests, *each.actions) if pace.count >= FEWEST_TIMES)


def _lately(
    processes: Sequence[ProcessVitals], value: Callable[[Sample], float | None]
) -> Iterator[tuple[float | None, str]]:
    for each in processes:
        yield from ((value(sample), each.process) for sample in _latest(each.hour, LATELY_MINUTES))


def _latest(hour: Sequence[Sample], minutes: int) -> list[Sample]:
    return [sample for sample in hour if hour[-1].at - sample.at <= timedelta(minutes=minutes)]


def _errors(hour: Sequence[Sample]) -> float | None:
    samples = _latest(hour, LATELY_MINUTES)
    answers = sum(sample.requests for sample in samples)
    return sum(sample.failed for sample in samples) / answers if answers else None


def _pool_in_use(sample: Sample) -> float | None:
    return sample.pool.in_use / sample.pool.most if sample.pool else None


def _cpu(hour: Sequence[Sample]) -> float | None:
    shares = sorted(sample.cpu_share for sample in _latest(hour, _CPU_MINUTES))
    return shares[len(shares) // 2] if shares else None
