"""Deletes sessions, what guests began, links and letters whose time is over."""

from services import retention
from services.house import House
from services.jobs import job


@job(cron="40 8 * * *")  # each night in the United States
async def delete_what_is_over(house: House) -> None:
    """Once a day; run twice, it finds nothing the second time."""
    await retention.delete_what_is_over(house)
