"""Counts who agreed that an account is theirs who asks for it."""

from uuid import UUID

from services.accounts.recovery import waiting
from services.house import House
from services.jobs import job


@job()
async def judge_recovery(house: House, *, request_id: str) -> None:
    """Run twice, it finds it decided."""
    await waiting.judge(house, UUID(request_id))
