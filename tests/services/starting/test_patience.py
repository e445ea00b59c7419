"""Who sends a request too slowly is let go, and nobody else."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import uvicorn

from services.starting import patience
from services.starting.patience import PatientProtocol
from tests.services.jobs.waiting import until

HEAD = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\n"
WHOLE = HEAD + b"\r\nbody"


async def _answer(_scope: Any, receive: Any, send: Any) -> None:
    """Take its time, read all, and answer."""
    await asyncio.sleep(0.3)
    while (message := await receive()).get("more_body"):
        pass
    if message["type"] == "http.request":
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """Where an impatient server listens."""
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(patience, "_LOOKS_EVERY_SECONDS", 0.02)
    server = uvicorn.Server(uvicorn.Config(_answer, port=0, http=PatientProtocol, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await serving


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("sent", [b"P", HEAD, HEAD + b"\r\nbo"], ids=["a letter", "head", "body"])
async def test_a_request_that_does_not_come_whole_ends_its_connection(
    port: int, sent: bytes, *, is_first: bool
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    if not is_first:
        writer.write(WHOLE)
        await reader.readuntil(b"\r\n\r\n")
    writer.write(sent)
    async with asyncio.timeout(30):
        assert await reader.read() == b"", "the server closes it without an answer"
    writer.close()


async def test_a_connection_on_which_nothing_is_asked_is_closed(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    async with asyncio.timeout(30):
        assert await reader.read() == b""
    writer.close()


async def test_who_has_sent_all_may_wait_for_a_slow_answer_and_ask_again(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(2):
        writer.write(WHOLE)
        assert b"204" in await reader.readuntil(b"\r\n\r\n")
    writer.close()


async def test_a_body_may_take_longer_the_more_of_it_has_come(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2001\r\n\r\n")
    await asyncio.sleep(0.01)
    writer.write(b"x" * 2000)
    await asyncio.sleep(0.5)
    writer.write(b"x")
    assert b"204" in await reader.readuntil(b"\r\n\r\n")
    writer.close()
