"""Asks the outside services whether they answer."""

from services.house import House
from services.jobs import job
from services.providers.answering import watching
from services.providers.answering.known import MINUTES_BETWEEN


@job(retries=1, cron=f"*/{MINUTES_BETWEEN} * * * *", about=watching.who_is_asked)
async def watch_providers(house: House) -> None:
    """Run twice, it asks twice. One that failed is not tried again: the next comes soon."""
    await watching.watch(house)
