"""Tries that keep failing, counted in the memory of one process."""

from collections import OrderedDict
from dataclasses import dataclass

from services.sharing.pace import Counted, Counts, Turn

MOST_TURNS = 100_000


@dataclass(frozen=True, slots=True)
class _Tries:
    number: float = 0.0
    at: float = 0.0
    wait_until: float = 0.0


class Turns:
    """Bounded: the count that was touched longest ago makes room."""

    def __init__(self) -> None:
        self._tries: OrderedDict[str, _Tries] = OrderedDict()

    def take(self, counts: Counts, now: float) -> Turn:
        """Count one try for each of them, unless one has to wait."""
        wait = max(self._of(counted).wait_until for counted in counts) - now
        if wait > 0:
            return Turn(False, wait)
        return Turn(True, max(self._count(counted, now) for counted in counts))

    def succeeded(self, counts: Counts) -> None:
        """The try that was just taken was right."""
        for counted in counts:
            tries = self._tries.pop(counted.name, None)
            if tries is not None and not counted.pace.clears:
                self._keep(counted, _Tries(tries.number - 1, tries.at))

    def _count(self, counted: Counted, now: float) -> float:
        before, pace = self._of(counted), counted.pace
        forgotten = max(0.0, now - before.at) / pace.forgets_one_in_seconds
        number = max(0.0, before.number - forgotten) + 1
        wait = pace.wait_after(number)
        self._keep(counted, _Tries(number, now, now + wait))
        return wait

    def _of(self, counted: Counted) -> _Tries:
        return self._tries.get(counted.name, _Tries())

    def _keep(self, counted: Counted, tries: _Tries) -> None:
        self._tries[counted.name] = tries
        self._tries.move_to_end(counted.name)
        if len(self._tries) > MOST_TURNS:
            self._tries.popitem(last=False)
