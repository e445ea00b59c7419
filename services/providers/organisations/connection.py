"""Talking with an identity provider: within seconds, at most some thousand bytes, and nowhere else than asked."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import httpx2
from authlib.integrations.httpx_client import AsyncOAuth2Client

MOST_BYTES = 256_000
PATIENCE_SECONDS = 10.0


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that this machine trusts, read once: it takes some hundredths of a second."""
    return httpx2.create_ssl_context()


class TooMuch(httpx2.TransportError):
    """More came than any honest answer has."""


@asynccontextmanager
async def connection(**client: Any) -> AsyncIterator[AsyncOAuth2Client]:
    """A client of Authlib that follows no redirect. TimeoutError when all of the block takes too long."""
    async with (
        asyncio.timeout(PATIENCE_SECONDS),
        AsyncOAuth2Client(
            transport=_Bounded(), follow_redirects=False, headers={"Accept-Encoding": "identity"}, **client
        ) as opened,
    ):
        yield opened


async def fetched(address: str) -> dict[str, Any]:
    """What anybody may read at an address. Raises HTTPError and TimeoutError, and what `json_object` raises."""
    async with connection() as client:
        return json_object(await client.request("GET", address, withhold_token=True))


def json_object(answer: httpx2.Response) -> dict[str, Any]:
    """The object in an answer. Raises HTTPError when it tells of a failure, ValueError when it is anything else."""
    answer.raise_for_status()
    found = answer.json()
    if answer.status_code != httpx2.codes.OK or not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found


class _Bounded(httpx2.AsyncBaseTransport):
    """Gives an answer up as soon as it has too many bytes. A packed one is not opened: it may hold any number."""

    def __init__(self) -> None:
        self._inner = httpx2.AsyncHTTPTransport(verify=_trust())

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Ask, and count what comes."""
        answer = await self._inner.handle_async_request(request)
        if answer.headers.get("content-encoding", "identity") != "identity":
            await answer.aclose()
            raise TooMuch("packed")
        return httpx2.Response(
            answer.status_code, headers=answer.headers, stream=_AtMost(answer), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        """Close what is open."""
        await self._inner.aclose()


class _AtMost(httpx2.AsyncByteStream):
    def __init__(self, answer: httpx2.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._answer.aiter_raw():
            size += len(part)
            if size > MOST_BYTES:
                raise TooMuch("too long")
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()
