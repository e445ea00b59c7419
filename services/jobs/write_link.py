"""Writes a letter with a link that somebody asked for at a form."""

from uuid import UUID

from services.accounts.links import writing
from services.house import House
from services.jobs import job


@job()
async def write_link(house: House, *, link_id: str) -> None:
    """Run twice, it finds the letter written."""
    await writing.write(house, UUID(link_id))
