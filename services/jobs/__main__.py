"""Does the jobs in a process of its own: `python -m services.jobs`. The processes that serve have JOBS_IN_APP=false.

There may be several: PostgreSQL hands each job to one of them, and they do the jobs of one that died.
"""

import asyncio
import signal

from db.cannot_start import CannotStart
from services.audit.sealing import sealing_steadily
from services.house import furnished
from services.jobs.worker import working
from services.journal import journal
from services.journal.saying import ready, refused
from services.settings import Settings, load_settings
from services.starting.leaving import stopping_of
from services.starting.opening import visit_database

READY = "The worker is ready.\nPress Ctrl-C to stop it."


def main() -> int:
    """Do jobs until SIGINT or SIGTERM. Exit code 0, or 1 with the one reason why it can't begin."""
    settings = None
    try:
        settings = load_settings()
        with journal(settings):
            asyncio.run(_work(settings))
    except CannotStart as refusal:
        refused(settings, refusal)
        return 1
    return 0


async def _work(settings: Settings) -> None:
    told_to_stop = asyncio.Event()
    stopping = stopping_of(settings)

    def stop() -> None:
        stopping()
        told_to_stop.set()

    for asked in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(asked, stop)
    async with visit_database(settings) as engine:
        house = furnished(settings, engine)
        async with house.shared, working(house), sealing_steadily(house):
            ready(settings, READY)
            await told_to_stop.wait()


if __name__ == "__main__":
    raise SystemExit(main())
