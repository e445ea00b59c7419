"""How often somebody may do something, and where they stand."""

import time
from dataclasses import dataclass
from math import ceil

from limits import RateLimitItemPerSecond
from limits.aio.strategies import MovingWindowRateLimiter


@dataclass(frozen=True, slots=True)
class Limit:
    """So many uses in any stretch of so many seconds. Limits of different names count apart."""

    name: str
    amount: int
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer to a use, or a look before it: whether it is within the limit, what is left, when there is more."""

    allowed: bool
    limit: Limit
    left: int
    more_in_seconds: int


async def standing(strategy: MovingWindowRateLimiter, limit: Limit, who: str, *, counts: bool = True) -> Standing:
    """Count a use with a storage of `limits`, or only look whether there is one left.

    Each use is remembered by its moment. Two counters a caller would be smaller, and would let nearly twice as many
    through where two stretches meet.
    """
    item = RateLimitItemPerSecond(limit.amount, limit.seconds, limit.name)
    allowed = await (strategy.hit if counts else strategy.test)(item, who)
    window = await strategy.get_window_stats(item, who)
    return Standing(allowed, limit, window.remaining, max(1, ceil(window.reset_time - time.time())))
