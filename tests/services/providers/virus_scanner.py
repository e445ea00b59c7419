"""A server that speaks as ClamAV's does (clamd(8)) and knows one virus, which harms nobody (eicar.org)."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@asynccontextmanager
async def a_scanner(socket: Path, *, says: bytes = b"") -> AsyncIterator[str]:
    """Its address while it runs. `says` is what it answers whatever it is sent."""

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        if await reader.readuntil(b"\0") == b"zPING\0":
            answer = b"PONG"
        else:
            content = await _streamed(reader)
            answer = b"stream: Eicar-Signature FOUND" if EICAR in content else b"stream: OK"
        writer.write((says or answer) + b"\0")
        await writer.drain()
        writer.close()

    async with await asyncio.start_unix_server(serve, socket):
        yield f"unix://{socket}"


async def _streamed(reader: StreamReader) -> bytes:
    content = b""
    while size := int.from_bytes(await reader.readexactly(4), "big"):
        content += await reader.readexactly(size)
    return content
