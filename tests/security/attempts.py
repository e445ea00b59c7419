"""Counting attacks: how many attempts were made, how many were refused, and which came through."""

from dataclasses import dataclass, field
from typing import Any

import pytest

_PROPERTY = "attacks"


@dataclass(slots=True)
class Attempts:
    """What the attacks of one test tried."""

    made: int = 0
    came_through: list[str] = field(default_factory=list)

    def tried(self, what: str, *, refused: bool) -> None:
        """Count one attempt; `what` says which it was, should it have come through."""
        self.made += 1
        if not refused:
            self.came_through.append(what)

    def told(self, item: pytest.Item) -> None:
        """Hand the counts to the run, also from a worker of it."""
        item.user_properties.append((_PROPERTY, [self.made, len(self.came_through)]))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line at the end of a run that attacked anything."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    told = [
        value
        for report in reports
        if getattr(report, "when", "") == "teardown"
        for name, value in report.user_properties
        if name == _PROPERTY
    ]
    if told:
        made, came_through = (sum(counts) for counts in zip(*told, strict=True))
        terminalreporter.write_line(f"attacks: {made:,} attempts made, {made - came_through:,} refused")
