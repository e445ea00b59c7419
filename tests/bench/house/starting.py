"""How long the house takes from the command to the first page, with its own database."""

from collections import defaultdict
from time import perf_counter

import httpx

from tests.bench.figures import Figures
from tests.bench.page import Table, fine
from tests.processes.passing_house import a_folder, running

_ABOUT = """Seconds from `python main.py`, which is what `make run` calls, until the first page has come. On new data it
also makes a database and its tables."""


def starting(rounds: int) -> Table:
    """On new data, and once more on the same data."""
    took = defaultdict[str, list[float]](list)
    for _ in range(rounds):
        with a_folder() as folder:
            for data in ("new", "kept from before"):
                began = perf_counter()
                with running(folder) as house:
                    httpx.get(house.opened().address, timeout=60).raise_for_status()
                    took[data].append(perf_counter() - began)
    rows = tuple((data, fine(Figures.of(samples))) for data, samples in took.items())
    return Table("From the command to the first page", _ABOUT, ("data", "seconds"), rows)
