"""Other tax engines, each in an environment of its own under `.bench`. They are no part of the product."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.figures import Seconds

ROOT = Path(__file__).parents[3]
_ENVIRONMENTS = ROOT / ".bench"


class Absent(Exception):
    """A peer can't be measured here, mostly because its packages can't be fetched."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine with its pinned packages, the module that runs it (see serving.py), and whose method it computes by:
    the value of a `services.tax.Method`, as text because the product can't be imported in its environment."""

    name: str
    packages: tuple[str, ...]
    module: str
    method: str

    @contextmanager
    def running(self, returns: Path) -> Iterator["RunningPeer"]:
        """The peer in a process of its own, with these returns read and computed once. Raises Absent."""
        arguments: list[str | Path] = [self._python(), "-m", self.module, returns]
        with subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            yield RunningPeer(self, process)

    def _python(self) -> Path:
        """The interpreter of its environment, which is built once for each choice of packages."""
        folder = _ENVIRONMENTS / "-".join(self.packages)
        python = folder / "bin" / "python"
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if not (folder / "ready").exists():
            try:
                subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
                subprocess.run([python, *install, *self.packages], check=True)
            except subprocess.CalledProcessError as problem:
                raise Absent(f"{', '.join(self.packages)} can't be installed here") from problem
            (folder / "ready").touch()
        return python


@dataclass(slots=True)
class RunningPeer:
    """A peer that has computed its returns once. `taxes` are its income taxes before credits, in dollars."""

    peer: Peer
    process: subprocess.Popen[str]
    taxes: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.taxes = json.loads(self._answer())

    def measured(self) -> Seconds:
        """What computing the returns once more takes."""
        self._ask_again()
        seconds: Seconds = json.loads(self._answer())
        return seconds

    def _ask_again(self) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write("again\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            with suppress(BrokenPipeError):  # closing sends what is left
                self.process.stdin.close()
            raise Absent(f"{self.peer.name} ended early") from None

    def _answer(self) -> str:
        assert self.process.stdout is not None
        if not (answer := self.process.stdout.readline()):
            raise Absent(f"{self.peer.name} ended early")
        return answer


PEERS = (
    Peer(
        "Tax-Calculator",
        ("taxcalc==6.8.0", "numba==0.68.1", "numpy==2.4.6", "pandas==3.1.1"),
        "tests.bench.peers.with_tax_calculator",
        "exact",
    ),
    Peer(
        "tenforty",
        ("tenforty==2025.12", "polars==2.1.0", "pydantic==2.14.4"),
        "tests.bench.peers.with_tenforty",
        "as_filed",
    ),
)
