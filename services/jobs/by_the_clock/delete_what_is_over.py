"""Deletes sessions, what guests began, links and letters whose time is over, and accounts that nobody took back."""

from services import retention
from services.house import House
from services.jobs import job
from services.privacy.deleting import delete_due_accounts


@job(cron="40 8 * * *")  # each night in the United States
async def delete_what_is_over(house: House) -> None:
    """Once a day; run twice, it finds nothing the second time."""
    await delete_due_accounts(house)
    await retention.delete_what_is_over(house)
