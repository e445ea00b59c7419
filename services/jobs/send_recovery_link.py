"""Writes the letter that ends the waiting of one who lost every way in."""

from uuid import UUID

from services.accounts.recovery import waiting
from services.house import House
from services.jobs import job


@job()
async def send_recovery_link(house: House, *, request_id: str) -> None:
    """Run twice, it finds the letter written."""
    await waiting.send_link(house, UUID(request_id))
