"""Deletes documents that were removed, and files that belong to none."""

from services.documents import keeping
from services.house import House
from services.jobs import job


@job(cron="0 9 * * *")  # each night in the United States
async def delete_old_documents(house: House) -> None:
    """Once a day; run twice, it finds nothing the second time."""
    await keeping.delete_removed(house)
    await keeping.delete_stray_files(house)
