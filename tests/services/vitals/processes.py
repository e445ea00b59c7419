"""Processes as they tell about themselves, in whatever state a test needs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from services.journal.recent import Pace
from services.vitals.reading import Machine, Pages, Pool
from services.vitals.record import ProcessVitals, Sample

NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)
A_MACHINE = Machine(6 * 10**9, 8 * 10**9, 50 * 10**9, 100 * 10**9, cores=2, load=0.5)


def a_sample(minutes_ago: int = 0, **told: Any) -> Sample:
    """A quiet minute, except for what a test tells."""
    at = told.pop("at", NOON - timedelta(minutes=minutes_ago))
    quiet = Sample(at - timedelta(minutes=1), at, 10, 0, 20.0, 5.0, Pages(3, 1), Pool(1, 1, 20), 200_000_000, 0.1)
    return replace(quiet, **told)


def a_process(*before: Sample, name: str = "one", requests: tuple[Pace, ...] = (), **told: Any) -> ProcessVitals:
    """A process that is well, with what a test tells of its latest minute; `before` are earlier ones."""
    machine = told.pop("machine", A_MACHINE)
    now = a_sample(**told)
    return ProcessVitals(name, now, machine, (*before, now), requests, ())
