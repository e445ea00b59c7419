"""Tells the open pages of somebody who works here that their rights changed."""

from uuid import UUID

from services.house import House
from services.jobs import job
from services.staff.access.rights import CHANGED, news_of


@job()
async def close_pages(house: House, *, account_id: str) -> None:
    """Run twice, it only has the pages look once more."""
    await house.shared.publish(news_of(UUID(account_id)), CHANGED)
