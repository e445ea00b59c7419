"""`make bench`: measure everything, show each table as it is ready, and write docs/benchmarks.md."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tests.bench import batch, memory, one_core, waiting, web
from tests.bench.page import Table, page
from ui.waiting_pages import WAITING

_PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
_COUNT, _ROUNDS = 10_000, 7
_LENGTHS = (10_000, 100_000)
_CROWDS, _PAGES = (1, 10), 20
_LOADS, _NO_BOUND = 2_000, 1_000_000


def main() -> None:
    """Measure for some minutes. The machine should have nothing else to do."""
    console, tables = Console(), []
    for table in _tables():
        console.print(table.markdown(), "", markup=False, highlight=False, soft_wrap=True)
        tables.append(table)
    _PAGE.write_text(page(tables), encoding="utf-8")


def _tables() -> Iterator[Table]:
    yield one_core.rates(_COUNT, _ROUNDS)
    yield one_core.explained(_COUNT)
    yield from batch.race(_COUNT, _ROUNDS)
    yield memory.memory(_LENGTHS)
    yield one_core.steps(_ROUNDS)
    yield web.answers(_CROWDS, _PAGES)
    yield waiting.waiting(_LOADS, (_NO_BOUND, WAITING.most))


if __name__ == "__main__":
    main()
