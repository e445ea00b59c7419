"""An address or a head without end is refused before it fills the memory, and what browsers send is not."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import uvicorn

from services.starting import bounded_head
from services.starting.bounded_head import LARGEST_HEAD_BYTES, LONGEST_ADDRESS_BYTES
from services.starting.patience import PatientProtocol
from tests.services.jobs.waiting import until

FIRST = b"GET / HTTP/1.1\r\nHost: here\r\n"
LONG = b"x" * 200_000
PIECES = 1_000
AS_LONG_AS_MAY_BE = [
    b"GET /" + b"x" * (LONGEST_ADDRESS_BYTES - 1) + b" HTTP/1.1\r\nHost: here\r\n\r\n",
    FIRST + b"Cookie: " + b"x" * (LARGEST_HEAD_BYTES - 100) + b"\r\n\r\n",
]


@pytest.fixture
async def reached() -> list[str]:
    """What comes to the application."""
    return []


@pytest.fixture
async def port(reached: list[str], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """Where the server of the house listens, with an application that answers everything."""
    monkeypatch.setattr(bounded_head, "_LINGERS_SECONDS", 0.2)

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope["type"])
        await receive()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    server = uvicorn.Server(uvicorn.Config(answer, port=0, http=PatientProtocol, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await serving


async def _answer(port: int, *pieces: bytes) -> bytes:
    """What comes until the server closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    async with asyncio.timeout(30):
        answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ([b"GET /" + b"x" * 60_000 + b" HTTP/1.1\r\nHost: here\r\n\r\n"], b"414"),
        ([b"GET /", *[b"x" * 1_000] * 60], b"414"),
        ([FIRST + b"Cookie: " + LONG + b"\r\n\r\n"], b"431"),
        ([FIRST + b"A: b\r\n" * 40_000 + b"\r\n"], b"431"),
        ([FIRST + b"Cookie: ", *[b"x" * PIECES] * (LARGEST_HEAD_BYTES // PIECES + 1)], b"431"),
        ([FIRST + b"Content-Length: 4\r\nCookie: " + LONG + b"\r\n\r\nbody" + FIRST + b"\r\n"], b"431"),
        ([FIRST + b"Cookie: " + LONG + b"\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n"], b"431"),
    ],
)
async def test_what_is_too_long_is_refused_in_words_and_reaches_nobody(
    port: int, reached: list[str], caplog: pytest.LogCaptureFixture, sent: list[bytes], status: bytes
) -> None:
    answer = await _answer(port, *sent)
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert b"connection: close\r\n\r\nThe " in answer
    assert (reached, caplog.messages) == ([], [])


async def test_a_head_that_is_just_as_long_as_it_may_be_is_answered_and_so_is_the_next(
    port: int, reached: list[str]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for head in [*AS_LONG_AS_MAY_BE, *AS_LONG_AS_MAY_BE]:
        writer.write(head)
        assert b"204" in await reader.readuntil(b"\r\n\r\n")
    writer.close()
    assert reached == ["http"] * 4


async def test_a_long_body_is_no_head(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(2):
        writer.write(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 200000\r\n\r\n" + LONG)
        assert b"204" in await reader.readuntil(b"\r\n\r\n")
    writer.close()
