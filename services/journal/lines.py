"""How a log record becomes a line: what it belongs to, who logged it, nothing personal; JSON, or readable."""

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import orjson
from structlog.dev import ConsoleRenderer
from structlog.processors import EventRenamer, JSONRenderer, TimeStamper
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name
from structlog.typing import EventDict, Processor

from db import occasion
from services.journal.failures import chain, places, told, without_messages
from services.journal.masking import masked

_LONGEST = 1000
FIELDS = ("method", "route", "status", "action", "job", "number", "attempt", "outcome", "ms", "bytes", "visitor")
"""What a line may hold besides its message. Whatever else a library attaches to a record is left out."""


def in_json() -> logging.Formatter:
    """A line of JSON for every record, ours and those of libraries. An exception's message stays out of it."""
    return _formatter(_failures_by(told), EventRenamer("message"), JSONRenderer(serializer=_as_json))


def readable(*, in_color: bool = False) -> logging.Formatter:
    """Lines for the person at the terminal, with what exceptions say, masked."""
    about_failures = _failures_by(lambda failure: masked(str(failure)))
    return _formatter(about_failures, _spread_out, ConsoleRenderer(colors=in_color, sort_keys=False))


def _formatter(about_failures: Processor, *last: Processor) -> logging.Formatter:
    return ProcessorFormatter(
        foreign_pre_chain=[
            TimeStamper(fmt="iso", utc=True),
            add_log_level,
            add_logger_name,
            ExtraAdder(allow=FIELDS),
            _belonging,
            about_failures,
            _masking,
        ],
        processors=[ProcessorFormatter.remove_processors_meta, *last],
    )


def _belonging(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """Which request, socket, event or job it is part of."""
    if now := occasion.current():
        line[f"{now.kind}_id"] = now.id
    return line


def _failures_by(tell: Callable[[BaseException], str]) -> Processor:
    """An exception as its kind, what may be told of it, and the places that it came through."""

    def about_failures(_logger: Any, _method: str, line: EventDict) -> EventDict:
        line.pop("stack_info", None)
        _, failure, _ = line.pop("exc_info", None) or (None, None, None)
        if failure is not None:
            line["event"] = without_messages(line["event"], failure)
            line["failures"] = [
                {"kind": type(one).__name__, "message": tell(one), "places": places(one)} for one in chain(failure)
            ]
        return line

    return about_failures


def _masking(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """The net below. Of a message only its first line is kept: in the others, libraries write values."""
    line["event"] = masked(line["event"].strip().partition("\n")[0])[:_LONGEST]
    line.update({name: _masked_name(line[name]) for name in FIELDS if isinstance(line.get(name), str)})
    return line


@lru_cache(maxsize=500)
def _masked_name(name: str) -> str:
    """Routes, actions and jobs come again and again."""
    return masked(name)


def _spread_out(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """An exception over several lines, the cause first, as Python tells it."""
    if failures := line.pop("failures", None):
        line["exception"] = "\n".join(
            part
            for one in reversed(failures)
            for part in (*(f"  {place}" for place in one["places"]), f"{one['kind']}: {one['message']}")
        )
    return line


def _as_json(line: EventDict, **_options: Any) -> str:
    return orjson.dumps(line, default=lambda odd: f"[{type(odd).__name__}]").decode()
