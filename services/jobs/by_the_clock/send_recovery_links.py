"""Looks for who lost every way in and has waited long enough. A letter is a job apart: one that fails stops none."""

from services.accounts.recovery import waiting
from services.house import House
from services.jobs import enqueue, job
from services.jobs.send_recovery_link import send_recovery_link


@job(cron="*/10 * * * *")
async def send_recovery_links(house: House) -> None:
    """Run twice, it has each letter written once all the same."""
    async with house.transaction(waiting.RECOVERY) as session:
        for request_id in await waiting.due(session):
            await enqueue(session, send_recovery_link, request_id=str(request_id))
