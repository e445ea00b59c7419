"""What a process says to whoever started it, before and beside its log: that it is ready, or why it can't be."""

import logging
import sys
from datetime import UTC, datetime

import orjson

from db.cannot_start import CannotStart
from services.settings import Settings
from services.settings.misspelt import misspelt
from services.settings.wrong import WrongSettings

_log = logging.getLogger(__name__)


def ready(settings: Settings, said: str) -> None:
    """On standard output: all lines in development; where others are served, the first one as JSON."""
    sys.stdout.write(f"{said if settings.in_development else _in_json('info', said)}\n")
    sys.stdout.flush()


def refused(settings: Settings | None, reason: CannotStart) -> None:
    """One line on standard error, with what to do. It is JSON where others are served, like every line of the log."""
    known = settings or reason
    plain = known.in_development if isinstance(known, Settings | WrongSettings) else True  # a developer's own folder
    sys.stderr.write(f"{reason if plain else _in_json('critical', str(reason))}\n")


def passed_over() -> None:
    """A warning for each name in the environment that seems to be meant for a setting, and is none."""
    for name, near in misspelt():
        meant = f"Is {near} meant?" if near else "See .env.example."
        _log.warning("%s in the environment is no setting, so it changes nothing. %s", name, meant)


def _in_json(level: str, said: str) -> str:
    """Not by a log record: it must be said whatever LOG_LEVEL is, and masking would hide the address that is meant."""
    line = {"message": said.partition("\n")[0], "timestamp": datetime.now(UTC).isoformat(), "level": level}
    return orjson.dumps(line).decode()
