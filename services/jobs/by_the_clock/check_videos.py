"""Looks for viruses in videos that people sent."""

from services.feedback import checking
from services.house import House
from services.jobs import job


@job(cron="* * * * *")
async def check_videos(house: House) -> None:
    """Once a minute; run twice, it finds nothing the second time."""
    await checking.check_waiting(house)
