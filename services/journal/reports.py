"""Reports of bugs and of timing to Sentry, where SENTRY_DSN is set. What is not known to be harmless is not sent.

None of Sentry's own looks into requests is used: they read headers, cookies, bodies and addresses. Bugs come from the
log, timing from services/journal/entries.py and from the statements of SQLAlchemy, whose values are not recorded.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sentry_sdk
from sentry_sdk.integrations.dedupe import DedupeIntegration
from sentry_sdk.integrations.logging import LoggingIntegration
from sentry_sdk.integrations.sqlalchemy import SqlalchemyIntegration
from sentry_sdk.types import Event, Hint

from db import occasion
from services.journal.failures import chain, expected, told, without_messages
from services.journal.masking import masked
from services.settings import Settings

_SECONDS_TO_LEAVE = 2
_SENT = frozenset({
    "contexts", "environment", "event_id", "exception", "level", "logentry", "logger", "platform", "release", "sdk",
    "server_name", "spans", "start_timestamp", "tags", "timestamp", "transaction", "transaction_info", "type",
})  # fmt: skip
_FRAME = frozenset({"filename", "function", "module", "lineno", "in_app"})
_SPAN = frozenset({"trace_id", "span_id", "parent_span_id", "same_process_as_parent", "op", "origin", "status"})


@contextmanager
def reporting(settings: Settings) -> Iterator[None]:
    """Report while the block lasts, if the settings say where to. At its end, what still waits is sent."""
    if settings.sentry_dsn is None:
        yield
        return
    _open(settings.sentry_dsn.get_secret_value(), settings)
    try:
        yield
    finally:
        sentry_sdk.get_client().close(timeout=_SECONDS_TO_LEAVE)
        sentry_sdk.get_global_scope().set_client(None)


def _open(dsn: str, settings: Settings) -> None:
    sentry_sdk.init(
        dsn=dsn,
        environment=settings.profile,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            LoggingIntegration(level=None, event_level=logging.ERROR, sentry_logs_level=None),
            SqlalchemyIntegration(),
            DedupeIntegration(),
        ],
        traces_sample_rate=settings.sentry_traces_sample_rate,
        trace_propagation_targets=[],  # other services are not told of our traces
        before_send=_scrubbed_bug,
        before_send_transaction=_scrubbed,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
    )


def _scrubbed_bug(event: Event, hint: Hint) -> Event | None:
    _, failure, _ = hint.get("exc_info") or (None, None, None)
    if expected(failure):
        return None
    if failure is not None:
        _without_messages(event, failure)
    return _scrubbed(event, hint)


def _without_messages(event: Event, failure: BaseException) -> None:
    """Sentry lists the cause first; each exception says only what can hold nothing personal."""
    safe = {type(one).__name__: told(one) for one in chain(failure)}
    for one in event.get("exception", {}).get("values", []):
        one["value"] = safe.get(one["type"], "")
    entry = dict(event.get("logentry", {}))
    event["logentry"] = entry
    entry["formatted"] = without_messages(str(entry.get("formatted") or entry.get("message") or ""), failure)


def _scrubbed(event: Event, _hint: Hint) -> Event:
    kept: dict[str, Any] = {name: value for name, value in event.items() if name in _SENT}
    if entry := kept.get("logentry"):
        line = str(entry.get("formatted") or entry.get("message") or "")
        kept["logentry"] = {"message": masked(line.strip().partition("\n")[0])}
    if "exception" in kept:
        kept["exception"] = {"values": [_exception(one) for one in kept["exception"]["values"]]}
    if "spans" in kept:
        kept["spans"] = [_span(span) for span in kept["spans"]]
    kept["contexts"] = {"trace": _only(_SPAN, kept.get("contexts", {}).get("trace", {}))}
    kept["tags"] = {}
    if now := occasion.current():
        kept["tags"] = {str(now.kind): now.id}
    return kept  # type: ignore[return-value]  # an Event is a dictionary with these names


def _exception(one: dict[str, Any]) -> dict[str, Any]:
    frames = (one.get("stacktrace") or {}).get("frames", [])
    return {
        "type": one["type"],
        "module": one.get("module"),
        "value": masked(one.get("value") or ""),
        "stacktrace": {"frames": [_only(_FRAME, frame) for frame in frames]},
    }


def _span(span: dict[str, Any]) -> dict[str, Any]:
    """One span; of what the libraries attach, the statement without its values."""
    times = {name: span[name] for name in ("start_timestamp", "timestamp")}
    return _only(_SPAN, span) | times | {"description": masked(str(span.get("description") or ""))}


def _only(names: frozenset[str], held: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name in names}
