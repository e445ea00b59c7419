"""What is counted as it happens: how long requests, events and jobs took and how they ended, and stalls of the loop.

Labels are names that stand in the code (routes, actions, jobs, outcome codes): so many and no more, and of nobody.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from prometheus_client import CollectorRegistry, Counter, GCCollector, Histogram, ProcessCollector

from db.occasion import Kind
from services.journal.recent import Recent

COUNTED = CollectorRegistry()
ProcessCollector(registry=COUNTED)  # CPU, memory and open files of this process
GCCollector(registry=COUNTED)
_QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5)
_LONG = (0.1, 0.5, 1, 5, 15, 60, 300)
_STALLS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5)
_SECONDS_BETWEEN_LOOKS = 0.25

_BY = {Kind.REQUEST: ("method", "route"), Kind.EVENT: ("action",), Kind.JOB: ("job",)}
_ENDED_AS = {Kind.REQUEST: "status", Kind.EVENT: "outcome", Kind.JOB: "outcome"}
_BUCKETS = {Kind.REQUEST: _QUICK, Kind.EVENT: _QUICK, Kind.JOB: _LONG}
_SECONDS = {
    kind: Histogram(f"mbtq_{kind}_seconds", f"Time of one {kind}.", by, buckets=_BUCKETS[kind], registry=COUNTED)
    for kind, by in _BY.items()
}
_ENDED = {
    kind: Counter(f"mbtq_{kind}s", f"Each {kind} and its end.", (*by, _ENDED_AS[kind]), registry=COUNTED)
    for kind, by in _BY.items()
}
_STALLED = Histogram("mbtq_event_loop_lag_seconds", "How late the event loop was.", buckets=_STALLS, registry=COUNTED)
RECENT_REQUESTS, RECENT_EVENTS, RECENT_STALLS = Recent(), Recent(), Recent()
_OUR_MISTAKE = 500  # this status and those above it
_OF_NOBODY = ("/api/internal/", "/_nicegui_ws/")  # monitors ask often and fast; a poll of a socket waits on purpose


def count(kind: Kind, facts: dict[str, str | int | float], seconds: float) -> None:
    """Count one request, event or job by the facts of its line. Sockets last as long as their page: they are not."""
    if kind in _BY:
        by = [str(facts.get(name, "-")) for name in _BY[kind]]
        _SECONDS[kind].labels(*by).observe(seconds)
        _ENDED[kind].labels(*by, str(facts.get(_ENDED_AS[kind], "-"))).inc()
        _remember(kind, facts, seconds)


@asynccontextmanager
async def watching_the_loop() -> AsyncIterator[None]:
    """While the block lasts, look four times a second how late the event loop is."""
    watch = asyncio.create_task(_watch(), name="event loop lag")
    try:
        yield
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch


async def _watch() -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + _SECONDS_BETWEEN_LOOKS
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
        late = max(0.0, loop.time() - due)
        _STALLED.observe(late)
        RECENT_STALLS.add("event loop", late, failed=False)


def _remember(kind: Kind, facts: dict[str, str | int | float], seconds: float) -> None:
    if kind is Kind.REQUEST:
        route = str(facts.get("route", "-"))
        failed = int(facts.get("status", 0)) >= _OUR_MISTAKE
        RECENT_REQUESTS.add(route, seconds, failed=failed, in_all=not route.startswith(_OF_NOBODY))
    elif kind is Kind.EVENT:
        RECENT_EVENTS.add(str(facts.get("action", "-")), seconds, failed=facts.get("outcome") == "failed")
