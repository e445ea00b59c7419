"""The house with many people connected: how fast it answers them and others, and what each of them costs."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from statistics import quantiles
from typing import NamedTuple

import httpx
from prometheus_client.parser import text_string_to_metric_families

from tests.bench.house.crowd import Crowding, Saw
from tests.bench.house.person import ESTIMATE, INTERVIEW
from tests.bench.house.serving import a_house, a_program, beside, cpu_seconds, megabytes
from tests.bench.page import Table
from tests.processes.house_process import HouseProcess

_METRICS, _STALLS = "/api/internal/metrics", "mbtq_event_loop_lag_seconds_bucket"
_PERCENT, _MILLISECONDS, _AIM_SECONDS = 100, 1e3, 0.2
_ABOUT = """Milliseconds. Each person has {open} open and changes its wages every 3 seconds or so. An answer is
there when the page has what the change comes to. Meanwhile others load the first page and that one, four a second.
The aim is a 95th percentile under 200 ms. "Lost" are changes that the database does not have at the end."""
_COSTS = """MB of the process that serves, by which it grew as they came, for each person. "Of a core" is what that
process used while they worked. The stall is the longest time by which the event loop was late; its watch looks four
times a second and counts in steps."""


class Open(NamedTuple):
    """The page that everybody has open: its path, and what it is called."""

    path: str
    words: str
    title: str


AT_THE_ESTIMATE = Open(ESTIMATE, "an estimate", "People who are connected")
IN_THE_INTERVIEW = Open(INTERVIEW, "a step of the interview", "People in the interview")


@dataclass(frozen=True, slots=True)
class _Crowd:
    people: int
    saw: Saw
    each_megabytes: float
    of_a_core: float
    stall: str


def connected(crowds: Iterable[int], seconds: float, at: Open = AT_THE_ESTIMATE) -> tuple[Table, Table]:
    """How fast it answers, and what it costs, for each number of people on a fresh house."""
    found = [_measured(people, seconds, at.path) for people in crowds]
    columns = ("people", "what", "median", "95th percentile", "aim", "99th percentile", "longest", "how many", "lost")
    rows = [
        (f"{one.people}", *row)
        for one in found
        for row in (
            ("change", *_told(one.saw.changes), f"{one.saw.lost}"),
            ("page", *_told(one.saw.pages), ""),
        )
    ]
    costs = [(f"{one.people}", f"{one.each_megabytes:.2f}", f"{one.of_a_core:.0%}", one.stall) for one in found]
    return (
        Table(at.title, _ABOUT.format(open=at.words), columns, tuple(rows)),
        Table(
            f"What {at.title.lower()} cost",
            _COSTS,
            ("people", "MB each", "of a core", "longest stall, ms"),
            tuple(costs),
        ),
    )


def _measured(people: int, seconds: float, page: str) -> _Crowd:
    with a_house() as house:
        httpx.get(house.address).raise_for_status()  # the first page also loads what all pages share
        before = megabytes(house)
        asked = asdict(Crowding(house.address, page, people, seconds))
        with a_program("crowd", asked, first_says="connected", env=beside(house)) as crowd:
            grown = megabytes(house) - before
            used, stalls = cpu_seconds(house.process.pid), _stalls(house)
            said, _ = crowd.communicate("begin\n")
        share = (cpu_seconds(house.process.pid) - used) / seconds
        return _Crowd(people, Saw(**json.loads(said)), grown / people, share, _longest(stalls, _stalls(house)))


def _stalls(house: HouseProcess) -> Mapping[float, float]:
    """How often the event loop was late by no more than so many seconds, so far."""
    families = text_string_to_metric_families(httpx.get(house.address + _METRICS).raise_for_status().text)
    samples = [sample for family in families for sample in family.samples if sample.name == _STALLS]
    return {float(sample.labels["le"]): sample.value for sample in samples}


def _longest(before: Mapping[float, float], after: Mapping[float, float]) -> str:
    """The step that the longest stall between two looks was in."""
    new = {bound: after[bound] - before[bound] for bound in sorted(after)}
    above = [bound for bound, count in new.items() if count < max(new.values())]
    bounds = sorted(new)
    least = above[-1] if above else 0.0
    most = bounds[len(above)]
    return f"{least * _MILLISECONDS:.0f} to {most * _MILLISECONDS:.0f}"


def _told(samples: list[float]) -> tuple[str, ...]:
    """Median, 95th percentile and whether it is as we aim at, 99th percentile, longest, and how many."""
    cuts = quantiles(samples, n=_PERCENT, method="inclusive")
    figures = (cuts[49], cuts[94], cuts[98], max(samples))
    median, p95, *slower = (f"{figure * _MILLISECONDS:.0f}" for figure in figures)
    met = "met" if figures[1] < _AIM_SECONDS else "missed"
    return (median, p95, met, *slower, f"{len(samples):,}")
