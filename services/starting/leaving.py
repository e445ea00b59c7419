"""A process that was told to stop ends soon, also while what it leans on is away and lets go of nothing."""

import logging
import os
from collections.abc import Callable
from threading import Timer

from services.settings import Settings

_SECONDS = 9.0
"""Open pages get 3 and jobs that run get 5. compose.yaml kills an app after 15, without a word."""
_log = logging.getLogger(__name__)


def stopping_of(settings: Settings) -> Callable[[], None]:
    """What to do when the process is told to stop. One that has a database server of its own waits until that stops."""
    return _leave_in_time if settings.database_url else lambda: None


def _leave_in_time() -> None:
    """Begin to count: whatever is not closed by then is left. What was not kept is undone by the database."""
    timer = Timer(_SECONDS, _leave)
    timer.daemon = True
    timer.start()


def _leave() -> None:
    _log.warning("Ended after %.0f seconds with something still open: the database or Redis does not answer.", _SECONDS)
    os._exit(1)  # pylint: disable=protected-access  # anything gentler would wait for the same
