"""One line for each request, event and job, with how long it took; the same goes to Sentry as a transaction."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

import sentry_sdk
from sentry_sdk.tracing import NoOpSpan, Span, Transaction

from db.occasion import Kind, Occasion, begin
from services.errors import HouseError
from services.journal.measures import count

_log = logging.getLogger(__name__)
DONE, FAILED = "done", "failed"


@dataclass(slots=True)
class Entry:
    """What is told of one occasion. `name` is a route's template, an action's or a job's name: never an address.

    `facts` are more for the line; their names are among lines.FIELDS. `waited_seconds` went by while we waited for
    whoever asks: nobody makes us look slow by sending or reading slowly.
    """

    occasion: Occasion
    name: str = "-"
    facts: dict[str, str | int | float] = field(default_factory=dict)
    waited_seconds: float = 0.0

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While the block lasts, the other side is the slow one."""
        began = perf_counter()
        try:
            yield
        finally:
            self.waited_seconds += perf_counter() - began


@contextmanager
def recorded(kind: Kind) -> Iterator[Entry]:
    """A new occasion begins; at the end of the block, also if it fails, it is counted and its line is written.

    How long it took is without the time in which it waited for whoever asks.
    """
    entry = Entry(begin(kind))
    began = perf_counter()
    with _traced(entry):
        try:
            yield entry
        finally:
            seconds = max(0.0, perf_counter() - began - entry.waited_seconds)
            count(kind, entry.facts, seconds)
            _log.info(kind.value, extra=entry.facts | {"ms": round(seconds * 1000, 1)})


def outcome_of(failure: Exception) -> str:
    """The code of an expected failure; "failed" for a bug."""
    return failure.code if isinstance(failure, HouseError) else FAILED


@contextmanager
def _traced(entry: Entry) -> Iterator[None]:
    if not sentry_sdk.is_initialized():
        yield
        return
    with (
        sentry_sdk.new_scope(),
        sentry_sdk.start_transaction(op=f"mbtq.{entry.occasion.kind}", name="-") as transaction,
    ):
        try:
            yield
        finally:
            _name(transaction, entry)


def _name(transaction: Transaction | NoOpSpan | Span, entry: Entry) -> None:
    if isinstance(transaction, Transaction):
        transaction.name, transaction.source = entry.name, "route"
        if isinstance(status := entry.facts.get("status"), int):
            transaction.set_http_status(status)
