"""How much memory the batch command needs, and that a longer file needs no more."""

import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil

from services.tax import Method
from tests.bench.batch import ROOT, arguments
from tests.bench.page import Table
from tests.bench.returns import wage_returns, written

_LOOK_EVERY_SECONDS = 0.02
_MEGABYTE = 2**20


def memory(counts: Iterable[int], method: Method = Method.EXACT) -> Table:
    """The most memory that the command held for files of these lengths."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for count in counts:
            most = _most_held(written(wage_returns(count), Path(folder) / f"{count}.jsonl"), method)
            rows.append((f"{count:,}", f"{most / _MEGABYTE:.0f}"))
    about = f"""The most that all processes of `python -m services.tax --method {method}` held together. What they share
counts for each of them."""
    return Table("Memory of the batch command", about, ("lines", "MB"), tuple(rows))


def _most_held(returns: Path, method: Method) -> int:
    """Bytes, looked at again and again while it runs."""
    most = 0
    with (
        returns.open("rb") as source,
        tempfile.TemporaryFile() as results,
        psutil.Popen(arguments(method), cwd=ROOT, stdin=source, stdout=results) as process,
    ):
        while process.poll() is None:
            most = max(most, _held(process))
            time.sleep(_LOOK_EVERY_SECONDS)
    return most


def _held(process: psutil.Process) -> int:
    held = 0
    with suppress(psutil.NoSuchProcess):  # it may end while we look
        for one in (process, *process.children(recursive=True)):
            held += one.memory_info().rss
    return held
