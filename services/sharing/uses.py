"""When each caller did what is limited, in memory that does not grow with the number of callers.

The storage of `limits` for one process looks at every caller on each use, and has no upper bound. With many addresses
each use would take longer, and somebody with many addresses could fill the memory.
"""

import time
from array import array
from bisect import bisect_left
from collections import OrderedDict
from dataclasses import dataclass, field

from limits.aio.storage import MemoryStorage

MOST_CALLERS = 100_000


@dataclass(slots=True)
class Uses:
    """The moments of one caller, the oldest first. None of them counts any more after `until`."""

    until: float = 0.0
    moments: "array[float]" = field(default_factory=lambda: array("d"))

    def number_since(self, moment: float) -> int:
        """How many are that young. The others make room when they are more than these: so each is moved once."""
        too_old = bisect_left(self.moments, moment)
        if 2 * too_old > len(self.moments):
            del self.moments[:too_old]
            return len(self.moments)
        return len(self.moments) - too_old


class BoundedUses(MemoryStorage):
    """Forgets who comes no more, and beyond the bound also whoever came longest ago."""

    def __init__(self) -> None:
        super().__init__()
        self.callers: OrderedDict[str, Uses] = OrderedDict()

    async def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Remember a use, unless there were as many as allowed within the last `expiry` seconds."""
        now = time.time()
        uses = self.callers.get(key) or Uses()
        if uses.number_since(now - expiry) + amount > limit:
            return False
        uses.moments.extend([now] * amount)
        uses.until = now + expiry
        self.callers[key] = uses
        self.callers.move_to_end(key)
        self._make_room(now)
        return True

    async def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """When the oldest use was that still counts, and how many there are; now, if there is none."""
        now = time.time()
        uses = self.callers.get(key) or Uses()
        number = uses.number_since(now - expiry)
        return (uses.moments[-number], number) if number else (now, 0)

    def _make_room(self, now: float) -> None:
        """They stand in the order in which they came last, and nearly all limits last as long."""
        while len(self.callers) > MOST_CALLERS or next(iter(self.callers.values())).until <= now:
            self.callers.popitem(last=False)
