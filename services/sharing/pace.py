"""How fast somebody may try again what keeps failing: some tries are free, then each one doubles the wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

_MOST_DOUBLINGS = 30
"""Far beyond any longest wait, and small enough to compute with."""


@dataclass(frozen=True, slots=True)
class Pace:
    """After `free` tries there is a first wait, which doubles with each further try, up to the longest.

    One try is forgotten every `forgets_one_in_seconds`. A success forgets all of them if it `clears`, else only itself.
    """

    name: str
    free: int
    forgets_one_in_seconds: int
    clears: bool = True
    first_wait_seconds: int = 30
    longest_wait_seconds: int = 15 * 60

    def wait_after(self, tries: float) -> float:
        """The seconds to wait after so many tries; some may be forgotten in part."""
        beyond = ceil(tries) - self.free
        if beyond < 0:
            return 0.0
        return float(min(self.first_wait_seconds * 2 ** min(beyond, _MOST_DOUBLINGS), self.longest_wait_seconds))


@dataclass(frozen=True, slots=True)
class Counted:
    """Whose tries are counted, and at which pace. Paces of different names count apart."""

    pace: Pace
    who: str

    @property
    def name(self) -> str:
        """What tells this count from every other."""
        return f"{self.pace.name} {self.who}"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whether a try may be made now, and the seconds until the next one: from now, or once this one has failed."""

    allowed: bool
    wait_seconds: float


Counts = Sequence[Counted]
"""All that one try counts for. It may be made when none of them has to wait."""
