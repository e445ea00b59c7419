"""Holds how the processes are against the limits: what is fine, and what needs a look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from db.tables.audit import AuditCheck
from services.jobs.backlog import Backlog
from services.journal.recent import Pace
from services.providers.answering.known import Answer, Known
from services.vitals.limits import FEWEST_TIMES, HASHING, LATELY_MINUTES, LIMITS, Limit
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


def judged(
    processes: Sequence[ProcessVitals],
    jobs: Sequence[Backlog],
    audit: AuditCheck | None = None,
    outside: Sequence[Known] = (),
) -> list[Judged]:
    """Every limit with its worst value, in the order of the limits."""
    found: dict[str, Iterable[tuple[float | None, str]]] = {
        "slow": _slow(processes, hashing=False),
        "slow_password": _slow(processes, hashing=True),
        "stall": _lately(processes, _stall),
        "errors": ((_errors(each.hour), each.process) for each in processes),
        "pool": _lately(processes, _pool_in_use),
        "cpu": ((_cpu(each.hour), each.process) for each in processes),
        "load": ((each.machine.load_share, each.process) for each in processes),
        "memory": ((each.machine.memory_free_share, each.process) for each in processes),
        "disk": ((each.machine.disk_free_share, each.process) for each in processes),
        "oldest_job": [_NO_JOB, *((each.oldest_seconds, each.job) for each in jobs)],
        "failed_jobs": [_NO_JOB, *((float(each.failed), each.job) for each in jobs)],
        "outside": _silent(outside),
        "audit": [(float(audit.wrong + audit.unsealed), str(audit.first_wrong or ""))] if audit else [],
    }
    return [_worst(code, found[code]) for code in LIMITS]


def longest_stall_lately(process: ProcessVitals) -> float | None:
    """The longest stall of one process in the time that stalls are judged over."""
    return max((stall for stall, _ in _lately([process], _stall) if stall is not None), default=None)


def slowest_minute_lately(process: ProcessVitals) -> float | None:
    """The time of 95 of 100 answers in the worst minute of the same time."""
    return max((p95 for p95, _ in _lately([process], lambda sample: sample.p95_ms) if p95 is not None), default=None)


def _worst(code: str, found: Iterable[tuple[float | None, str]]) -> Judged:
    values = [(value, whose) for value, whose in found if value is not None]
    if not values:
        return Judged(code)
    return Judged(code, *(min(values) if LIMITS[code].least else max(values)))


def often_enough(paces: Iterable[Pace]) -> tuple[Pace, ...]:
    """Those that came so often that their 95th percentile says something, in their order."""
    return tuple(pace for pace in paces if pace.count >= FEWEST_TIMES)


def _slow(processes: Sequence[ProcessVitals], *, hashing: bool) -> Iterator[tuple[float | None, str]]:
    for each in processes:
        paces = often_enough((*each.requests, *each.actions))
        yield from ((pace.p95_ms, pace.name) for pace in paces if (pace.name in HASHING) == hashing)


def _lately(
    processes: Sequence[ProcessVitals], value: Callable[[Sample], float | None]
) -> Iterator[tuple[float | None, str]]:
    for each in processes:
        yield from ((value(sample), each.process) for sample in _latest(each.hour, LATELY_MINUTES))


def _silent(outside: Sequence[Known]) -> Iterator[tuple[float | None, str]]:
    """How many don't answer, and which; of those that nobody asked lately nothing is known."""
    known = [each for each in outside if each.answer is not Answer.UNKNOWN]
    silent = [each for each in known if each.answer is Answer.SILENT]
    if known:
        yield float(len(silent)), ", ".join(each.who or each.title for each in silent)


def _latest(hour: Sequence[Sample], minutes: int) -> list[Sample]:
    return [sample for sample in hour if hour[-1].at - sample.at <= timedelta(minutes=minutes)]


def _stall(sample: Sample) -> float | None:
    return sample.stall_ms


def _errors(hour: Sequence[Sample]) -> float | None:
    samples = _latest(hour, LATELY_MINUTES)
    answers = sum(sample.requests for sample in samples)
    return sum(sample.failed for sample in samples) / answers if answers else None


def _pool_in_use(sample: Sample) -> float | None:
    return sample.pool.in_use / sample.pool.most if sample.pool else None


def _cpu(hour: Sequence[Sample]) -> float | None:
    shares = sorted(sample.cpu_share for sample in _latest(hour, _CPU_MINUTES))
    return shares[len(shares) // 2] if shares else None
