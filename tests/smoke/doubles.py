"""The real house, broken in one place: each check must see it."""

from collections.abc import Callable

import httpx

Broken = Callable[[httpx.Request, httpx.Response], httpx.Response]


class BrokenHouse(httpx.AsyncBaseTransport):
    """Passes every request to the house and lets one function spoil the answers."""

    def __init__(self, house: httpx.AsyncBaseTransport, spoil: Broken) -> None:
        self._house, self._spoil = house, spoil

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The house's own answer, spoiled."""
        reply = await self._house.handle_async_request(request)
        content = b"".join([part async for part in reply.stream])  # type: ignore[union-attr]  # an async one here
        whole = httpx.Response(reply.status_code, headers=reply.headers, stream=httpx.ByteStream(content))
        return self._spoil(request, whole)


def answers(path: str, status: int) -> Broken:
    """Another status at a path."""
    return lambda request, reply: httpx.Response(status, text="?") if request.url.path == path else reply


def without(header: str) -> Broken:
    """A header is lost on the way."""

    def spoil(_: httpx.Request, reply: httpx.Response) -> httpx.Response:
        reply.headers.pop(header, None)
        return reply

    return spoil


def says(header: str, value: str) -> Broken:
    """A header says something else, where it is said."""

    def spoil(_: httpx.Request, reply: httpx.Response) -> httpx.Response:
        if header in reply.headers:
            reply.headers[header] = value
        return reply

    return spoil


def tells(path: str, told: object) -> Broken:
    """Other JSON at a path."""
    return lambda request, reply: httpx.Response(200, json=told) if request.url.path == path else reply


def writes(old: bytes, new: bytes) -> Broken:
    """Other words on the page."""

    def spoil(_: httpx.Request, reply: httpx.Response) -> httpx.Response:
        if "content-encoding" in reply.headers or not isinstance(reply.stream, httpx.ByteStream):
            return reply
        content = b"".join(reply.stream).replace(old, new)
        headers = {**reply.headers, "content-length": str(len(content))}
        return httpx.Response(reply.status_code, headers=headers, content=content)

    return spoil
