"""What the house writes down about itself: log lines, and reports to Sentry where it is set. Nothing personal.

Modules log through `logging.getLogger(__name__)`, as libraries do; every record takes the same way through lines.py.
docs/decisions/0008-journal.md says why it is so.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from services.journal import lines
from services.journal.reports import reporting
from services.settings import Settings

OURS = ("main", "pages", "ui", "components", "api", "services", "db")


@contextmanager
def journal(settings: Settings) -> Iterator[None]:
    """While the block lasts, every log record of this process is a line on standard error, and bugs are reported.

    Lines are readable in development and JSON elsewhere. Libraries are heard from WARNING on, the parts of the house
    from LOG_LEVEL on.
    """
    handler = logging.StreamHandler(sys.stderr)
    in_color = sys.stderr.isatty()
    handler.setFormatter(lines.readable(in_color=in_color) if settings.in_development else lines.in_json())
    logging.captureWarnings(True)
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.WARNING)
    for part in OURS:
        logging.getLogger(part).setLevel(settings.log_level.upper())
    try:
        with reporting(settings):
            yield
    finally:
        logging.root.removeHandler(handler)
        logging.captureWarnings(False)
