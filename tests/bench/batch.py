"""The batch command as a whole process on all cores, against its peers."""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from time import perf_counter

from services.tax import Method, compute, parse_return
from services.tax.money import CENTS_A_DOLLAR
from tests.bench.figures import Figures, Seconds, in_turn
from tests.bench.page import Table, fine, whole
from tests.bench.peers import PEERS, Absent, Peer, RunningPeer
from tests.bench.returns import mixed_returns, wage_returns, written

ROOT = Path(__file__).parents[2]
_RACE = """Ours is the whole command `python -m services.tax`: it starts, reads JSON from a file, and writes all amounts
of each return as JSON. The peers are warm: their start, their first call and reading the file do not count.
Tax-Calculator works on whole columns. "Law kept" reuses the law it has loaded. "Arrays only" is `calc_all()` alone."""
_AGREEMENT = "Income tax before credits of the same wage returns, within a dollar of ours. tenforty uses the Tax Table."


def race(
    count: int, rounds: int, methods: Sequence[Method] = tuple(Method), peers: Iterable[Peer] = PEERS
) -> tuple[Table, Table]:
    """Ours and the peers in turn on the same wage returns, ours also on all scenarios; then who computes the same."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as running:
        wages = written(wage_returns(count), Path(folder) / "wages.jsonl")
        mixed = written(mixed_returns(count), Path(folder) / "mixed.jsonl")
        present, missing = _started(peers, wages, running)
        ours = [partial(_ours, f"ours, wages, `{method}`", wages, method) for method in methods]
        ours += [partial(_ours, f"ours, all scenarios, `{method}`", mixed, method) for method in methods]
        found = in_turn([*ours, *(peer.measured for peer in present)], rounds)
    rows = (*(_row(name, figures, count) for name, figures in found.items()), *missing)
    same = tuple((one.peer.name, f"`{one.peer.method}`", f"{_same(one):,} of {count:,}") for one in present)
    return (
        Table(f"{count:,} returns on all cores", _RACE, ("what ran", "seconds", "returns a second"), rows),
        Table("The same taxes", _AGREEMENT, ("engine", "our method", "the same"), same),
    )


def command(returns: Path, method: Method) -> float:
    """Run the batch command on a file: seconds from its start to its end. Raises CalledProcessError when it fails."""
    with returns.open("rb") as source, tempfile.TemporaryFile() as results:
        start = perf_counter()
        subprocess.run(arguments(method), cwd=ROOT, stdin=source, stdout=results, check=True)
        return perf_counter() - start


def arguments(method: Method) -> list[str]:
    """How the command is called."""
    return [sys.executable, "-m", "services.tax", "--method", method]


def _started(
    peers: Iterable[Peer], wages: Path, running: ExitStack
) -> tuple[list[RunningPeer], list[tuple[str, str, str]]]:
    present, missing = [], []
    for peer in peers:
        try:
            present.append(running.enter_context(peer.running(wages)))
        except Absent as problem:
            missing.append((peer.name, f"absent: {problem}", ""))
    return present, missing


def _ours(name: str, returns: Path, method: Method) -> Seconds:
    return {name: command(returns, method)}


def _row(name: str, seconds: Figures, count: int) -> tuple[str, str, str]:
    return name, fine(seconds), whole(seconds.rate(count))


def _same(running: RunningPeer) -> int:
    """How many of its taxes are ours, within a dollar."""
    method, taxes = Method(running.peer.method), running.taxes
    ours = (compute(parse_return(one), method=method).expected() for one in wage_returns(len(taxes)))
    before_credits = (cents["tax_before_amt_and_credits"] + cents["alternative_minimum_tax"] for cents in ours)
    return sum(abs(tax - cents / CENTS_A_DOLLAR) <= 1 for tax, cents in zip(taxes, before_credits, strict=True))
