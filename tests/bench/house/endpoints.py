"""The estimate for partners and the health of the house, beside a bare Starlette that returns the same bytes."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

import httpx

from tests.bench.figures import Figures
from tests.bench.house.load import Answered, Asking
from tests.bench.house.serving import a_house, a_key, a_program, cpu_seconds
from tests.bench.page import Table, fine, whole
from tests.partners import ESTIMATE
from tests.processes.house_process import ROOT, HouseProcess, free_port

HEALTH = "/api/internal/health"
_QUESTION = {"income_w2": 52_000, "federal_income_tax_withheld": 5_000, "tax_year": 2025}
_MICROSECONDS = 1e6
_ABOUT = """{connections} connections that ask without a pause, from a process of their own on the machine that serves.
"Bare" is a Starlette that returns the same bytes and does nothing else, on the same server with the same settings. The
aim is half of the rate of "bare", a 95th percentile under 200 ms, and no error. Microseconds are processor time of the
process that serves. Asking took {share:.0%} of one core at most."""
_COLUMNS = (
    "what was asked",
    "who answers",
    "a second",
    "of bare",
    "aim",
    "95th percentile, ms",
    "aim",
    "microseconds each",
    "errors",
    "aim",
)
_AIM_OF_BARE, _AIM_MS = 0.5, 200


@dataclass(frozen=True, slots=True)
class _Server:
    """A process that answers, and what it is asked."""

    path: str
    name: str
    process_id: int
    asking: Asking

    def run(self) -> tuple[Answered, float]:
        """Ask it for a while: what came back, and the microseconds of its processor time that each answer took."""
        used = cpu_seconds(self.process_id)
        load = [sys.executable, "-m", "tests.bench.house.load"]
        said = subprocess.run(load, cwd=ROOT, input=json.dumps(asdict(self.asking)), stdout=-1, text=True, check=True)
        answered = Answered(**json.loads(said.stdout))
        return answered, (cpu_seconds(self.process_id) - used) / answered.count * _MICROSECONDS


def endpoints(connections: int, seconds: float, rounds: int) -> Table:
    """So many seconds for each, in turn, for so many rounds."""
    runs = defaultdict[tuple[str, str], list[tuple[Answered, float]]](list)
    with _servers(connections, seconds) as servers:
        for _ in range(rounds):
            for server in servers:
                runs[server.path, server.name].append(server.run())
    share = max(answered.own_share for found in runs.values() for answered, _ in found)
    about = _ABOUT.format(connections=connections, share=share)
    rows = tuple((f"`{path}`", name, *_told(found, runs[path, "bare"])) for (path, name), found in sorted(runs.items()))
    return Table("Endpoints beside a bare Starlette", about, _COLUMNS, rows)


@contextmanager
def _servers(connections: int, seconds: float) -> Iterator[list[_Server]]:
    with a_house() as house:
        requests = {HEALTH: f"GET {HEALTH} HTTP/1.1\r\nHost: localhost\r\n\r\n", ESTIMATE: _estimate(a_key(house))}
        ours = int(house.address.rpartition(":")[2])
        bare, answers = free_port(), {path: _body(house, text) for path, text in requests.items()}
        with a_program("bare", {"port": bare, "answers": answers}, first_says="open") as starlette:
            yield [
                _Server(path, name, of, Asking(port, text, connections, seconds))
                for path, text in requests.items()
                for name, of, port in (("bare", starlette.pid, bare), ("ours", house.process.pid, ours))
            ]


def _estimate(key: str) -> str:
    body = json.dumps(_QUESTION)
    head = f"Host: localhost\r\nX-API-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return f"POST {ESTIMATE} HTTP/1.1\r\n{head}\r\n\r\n{body}"


def _body(house: HouseProcess, request: str) -> str:
    """What the house answers, for the bare one to return."""
    head, _, content = request.partition("\r\n\r\n")
    (method, path, _), *lines = (line.split(" ", 2) for line in head.split("\r\n"))
    headers = {name.rstrip(":"): value for name, value in lines}
    return httpx.request(method, house.address + path, headers=headers, content=content).raise_for_status().text


_Runs = list[tuple[Answered, float]]


def _told(runs: _Runs, bare: _Runs) -> tuple[str, ...]:
    """Each figure that we aim at is followed by whether it is met. "Bare" has no aim: ours is held to it."""
    every = [answered for answered, _ in runs]
    of_bare, p95 = _rates(runs).median / _rates(bare).median, Figures.of(one.p95_ms for one in every)
    errors, is_ours = sum(one.errors for one in every), runs is not bare
    met, fast, right = (
        ("met" if good else "missed") if is_ours else ""
        for good in (of_bare >= _AIM_OF_BARE, p95.median < _AIM_MS, not errors)
    )
    cost = whole(Figures.of(cost for _, cost in runs))
    return whole(_rates(runs)), f"{of_bare:.0%}", met, fine(p95), fast, cost, f"{errors:,}", right


def _rates(runs: _Runs) -> Figures:
    return Figures.of(answered.count / answered.seconds for answered, _ in runs)
