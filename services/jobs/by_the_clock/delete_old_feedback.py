"""Deletes feedback whose time is over, and files that belong to none."""

from services.feedback import keeping
from services.house import House
from services.jobs import job


@job(cron="20 8 * * *")  # each night in the United States
async def delete_old_feedback(house: House) -> None:
    """Once a day; run twice, it finds nothing the second time."""
    await keeping.delete_old(house)
    await keeping.delete_stray_files(house)
