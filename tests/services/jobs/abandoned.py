"""A process that begins a job and never ends it. test_recovery.py runs and kills it."""

import asyncio
import sys
from pathlib import Path

from db.engine import make_engine
from services.house import House, furnished
from services.jobs import job
from services.jobs.worker import working
from services.settings import Settings
from tests.services.jobs.desk import QUICK


@job(retries=2, backoff_seconds=0)
async def hang(_house: House, *, note: str) -> None:
    """Say that it began, and hang."""
    sys.stdout.write(f"{note}\n")
    sys.stdout.flush()
    await asyncio.sleep(3600)


async def main(settings: Settings) -> None:
    """Work until killed."""
    assert settings.database_url is not None
    house = furnished(settings, make_engine(settings.database_url.get_secret_value()))
    async with working(house, jobs=[hang], pace=QUICK):
        await asyncio.sleep(3600)


if __name__ == "__main__":
    asyncio.run(main(Settings.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))))
