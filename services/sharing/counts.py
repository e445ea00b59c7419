"""Counts in memory that don't grow with the number of callers.

The storage of `limits` for one process looks at every count on each use, and has no upper bound. With many addresses
each use would take longer, and somebody with many addresses could fill the memory.
"""

import time

from limits.aio.storage import MemoryStorage

MOST_COUNTS = 100_000


class BoundedCounts(MemoryStorage):
    """Forgets the oldest counts: those that have run out, and beyond the bound also others."""

    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Add to a count, which runs out so many seconds after it began."""
        count = await self.get(key) + amount
        self.storage[key] = count
        if key not in self.expirations:
            self.expirations[key] = time.time() + expiry
            self._make_room()
        return count

    def _make_room(self) -> None:
        """Counts stand in the order in which they began, and nearly all last as long."""
        now = time.time()
        while self.expirations:
            oldest = next(iter(self.expirations))
            if len(self.expirations) <= MOST_COUNTS and self.expirations[oldest] > now:
                return
            del self.expirations[oldest]
            self.storage.pop(oldest, None)
