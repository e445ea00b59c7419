"""A progress bar on the terminal. Only imported where there is one."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn


def with_progress(lines: Iterable[bytes], size: int | None) -> Iterator[bytes]:
    """The same lines, with a bar that grows by their bytes; `size` is all of them, if it is known."""
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Returns", total=size)
        for line in lines:
            progress.advance(task, len(line))
            yield line
