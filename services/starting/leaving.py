"""A process that was told to stop ends soon, also while what it leans on is away and lets go of nothing."""

import logging
import os
from collections.abc import Callable
from threading import Timer

from db import embedded
from services.settings import Settings

_SECONDS = 9.0
"""Open pages get 3 and jobs that run get 5. compose.yaml kills an app after 15, without a word."""
_SECONDS_WITH_ITS_OWN = 20.0
"""A database server of our own gets 10 more to stop: then no start has to read what it wrote last."""
_log = logging.getLogger(__name__)


def stopping_of(settings: Settings) -> Callable[[], None]:
    """What to do when the process is told to stop: begin to count.

    Whatever is not closed by then is left. What was not kept is undone by the database.
    """
    seconds = _SECONDS if settings.database_url else _SECONDS_WITH_ITS_OWN

    def begin() -> None:
        logging.getLogger("psycopg").setLevel(logging.ERROR)  # it warns of a query that we interrupt by leaving
        timer = Timer(seconds, _leave, [settings, seconds])
        timer.daemon = True
        timer.start()

    return begin


def _leave(settings: Settings, seconds: float) -> None:
    _log.warning("Ended after %.0f seconds with something still open: the database or Redis does not answer.", seconds)
    try:
        if not settings.database_url:
            embedded.end_if_ours(embedded.place_in(settings.data_dir))
    finally:
        os._exit(1)  # pylint: disable=protected-access  # anything gentler would wait for the same
