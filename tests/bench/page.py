"""The page that `make bench` writes: tables, and the machine that they come from."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from tests.bench.figures import Figures

_ABOUT = """# How fast it is

`make bench` measured all of this in one run and wrote this page. A figure is the median of several runs, with the least
and the most in brackets. What is compared ran in turn: ours, theirs, ours, theirs. Only ratios within one run count."""


@dataclass(frozen=True, slots=True)
class Table:
    """One thing that was measured. `about` says what exactly; every row has a cell for each column."""

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def markdown(self) -> str:
        """The table under its title."""
        lines = [self.columns, ("---",) * len(self.columns), *self.rows]
        return "\n".join([f"## {self.title}", "", self.about, "", *(f"| {' | '.join(line)} |" for line in lines)])


def page(tables: Iterable[Table]) -> str:
    """The whole page in Markdown."""
    head = f"Machine: {machine()}. Day: {datetime.now(UTC).date()}."
    return "\n\n".join([_ABOUT, head, *(table.markdown() for table in tables)]) + "\n"


def machine() -> str:
    """Processor, cores, memory, system and Python."""
    memory = f"{psutil.virtual_memory().total / 2**30:.0f} GB"
    system = f"{platform.system()} on {platform.machine()}"
    return f"{_processor()}, {os.cpu_count()} cores, {memory}; {system}; Python {platform.python_version()}"


def whole(figures: Figures) -> str:
    """Figures without decimals: 12,500 (11,900 to 13,000)."""
    return _told(figures, ",.0f")


def fine(figures: Figures) -> str:
    """Figures with two decimals: 0.66 (0.65 to 0.70)."""
    return _told(figures, ".2f")


def _told(figures: Figures, form: str) -> str:
    return f"{figures.median:{form}} ({figures.least:{form}} to {figures.most:{form}})"


def _processor() -> str:
    """What Linux calls the processor; elsewhere what Python knows of it."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return next(iter(names), platform.processor())
