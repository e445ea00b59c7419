"""Asks a server for one thing over many connections, without a pause on any of them.

`python -m tests.bench.house.load` reads an `Asking` as JSON from standard input and prints an `Answered`. It is a
process of its own on raw connections, so that it needs little of the processor which the server needs too.
"""

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from statistics import quantiles

import uvloop

_PERCENT, _MILLISECONDS = 100, 1e3
_END_OF_HEAD, _LENGTH = b"\r\n\r\n", b"content-length: "


@dataclass(frozen=True, slots=True)
class Asking:
    """A whole request as text, and how often to send it."""

    port: int
    request: str
    connections: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back. An error is every answer but 200. `own_share` is what asking took of one core."""

    count: int
    errors: int
    seconds: float
    p95_ms: float
    own_share: float


@dataclass(slots=True)
class _Tally:
    took: list[float] = field(default_factory=list)
    errors: int = 0


async def ask(asking: Asking) -> Answered:
    """Ask until the time is over; requests that are under way are still waited for."""
    tally, used, began = _Tally(), time.process_time(), time.perf_counter()
    until = began + asking.seconds
    await asyncio.gather(*(_connection(asking, until, tally) for _ in range(asking.connections)))
    seconds = time.perf_counter() - began
    p95 = quantiles(tally.took, n=_PERCENT, method="inclusive")[94] * _MILLISECONDS
    return Answered(len(tally.took), tally.errors, seconds, p95, (time.process_time() - used) / seconds)


async def _connection(asking: Asking, until: float, tally: _Tally) -> None:
    request = asking.request.encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", asking.port)
    while (began := time.perf_counter()) < until:
        writer.write(request)
        head = (await reader.readuntil(_END_OF_HEAD)).lower()
        await reader.readexactly(int(head.partition(_LENGTH)[2].partition(b"\r\n")[0]))
        tally.took.append(time.perf_counter() - began)
        tally.errors += not head.startswith(b"http/1.1 200 ")
    writer.close()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(uvloop.run(ask(Asking(**json.load(sys.stdin)))))))
