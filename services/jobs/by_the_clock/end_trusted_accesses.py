"""Writes down whose trusted access is over by its time, and tells the customer."""

from services.house import House
from services.jobs import job
from services.trust import ending


@job(cron="*/10 * * * *")
async def end_trusted_accesses(house: House) -> None:
    """Every ten minutes; run twice, it finds nothing the second time."""
    await ending.end_what_is_over(house)
