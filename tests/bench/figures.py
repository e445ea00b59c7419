"""Samples, and what is told of them: the median with the least and the most."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Self

Seconds = Mapping[str, float]
"""What one run took, by what it did."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The median of several samples, and their range."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, samples: Iterable[float]) -> Self:
        """The figures of at least one sample."""
        taken = sorted(samples)
        return cls(median(taken), taken[0], taken[-1])

    def rate(self, count: int) -> Self:
        """As many a second, where the samples are the seconds that `count` of them took."""
        return type(self)(count / self.median, count / self.most, count / self.least)

    def times(self, factor: float) -> Self:
        """In another unit."""
        return type(self)(self.median * factor, self.least * factor, self.most * factor)


def in_turn(runs: Iterable[Callable[[], Seconds]], rounds: int) -> dict[str, Figures]:
    """Every run once a round, so that a slow moment of the machine hits all alike; then the figures of each name."""
    every, samples = list(runs), defaultdict[str, list[float]](list)
    for _ in range(rounds):
        for run in every:
            for name, seconds in run().items():
                samples[name].append(seconds)
    return {name: Figures.of(taken) for name, taken in samples.items()}
