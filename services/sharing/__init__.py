"""What the processes of a house share for a short while: counts for limits and of tries, cached values, and messages.

With `REDIS_URL` they share it through Redis, otherwise it stays in the one process. Nothing here has to last: while
Redis is away each process works for itself, and every caller must do with a cache that forgot and a message that was
lost.
"""

from services.settings import Settings
from services.sharing.in_process import InProcess
from services.sharing.limit import Limit, Standing
from services.sharing.over_redis import OverRedis
from services.sharing.pace import Counted, Counts, Pace, Turn
from services.sharing.shared import Shared

__all__ = [
    "Counted",
    "Counts",
    "InProcess",
    "Limit",
    "OverRedis",
    "Pace",
    "Shared",
    "Standing",
    "Turn",
    "shared_for",
]


def shared_for(settings: Settings) -> Shared:
    """What these settings ask for. It is opened with `async with`, by the lifespan in main.py."""
    if settings.redis_url is None:
        return InProcess()
    return OverRedis(settings.redis_url.get_secret_value())
