"""`make bench`: measure everything, show each table as it is ready, and write docs/benchmarks.md."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tests.bench import batch, memory, one_core, sealing
from tests.bench.house.answers import answers
from tests.bench.house.connected import IN_THE_INTERVIEW, connected
from tests.bench.house.endpoints import endpoints
from tests.bench.house.first_load import first_load
from tests.bench.house.starting import starting
from tests.bench.house.waiting import waiting
from tests.bench.page import Table, page
from ui.memory.waiting_pages import WAITING

_PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
_COUNT, _ROUNDS = 10_000, 7
_LENGTHS = (10_000, 100_000)
_CROWDS, _PAGES = (1, 10), 20
_CONNECTIONS, _SECONDS, _TURNS = 32, 4, 3
_PEOPLE, _WATCHED_SECONDS = (50, 100, 200), 30
_IN_THE_INTERVIEW = (100,)
_LOADS, _NO_BOUND = 2_000, 1_000_000
_STARTS = 3


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
    yield sealing.fields(_ROUNDS)
    yield answers(_CROWDS, _PAGES)
    yield endpoints(_CONNECTIONS, _SECONDS, _TURNS)
    yield from connected(_PEOPLE, _WATCHED_SECONDS)
    yield from connected(_IN_THE_INTERVIEW, _WATCHED_SECONDS, IN_THE_INTERVIEW)
    yield waiting(_LOADS, (_NO_BOUND, WAITING.most))
    yield first_load()
    yield starting(_STARTS)


if __name__ == "__main__":
    main()
