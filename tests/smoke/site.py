"""A house as it is seen from outside, and how a check says what it saw."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

_OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}


class Failed(Exception):
    """Something is not as it must be: what was seen, and what was expected."""

    def __init__(self, seen: object, expected: str) -> None:
        super().__init__(f"seen: {seen}. Expected: {expected}.")


class Skipped(Exception):
    """A check that was not asked for, or makes no sense here, and why."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the operator gives: an account and a key to try, and whether the limit may be used up."""

    email: str = ""
    password: str = ""
    api_key: str = ""
    rate_limit: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """The address, a client that follows no redirect, and what is wanted."""

    origin: str
    client: httpx.AsyncClient
    wanted: Wanted

    @property
    def is_https(self) -> bool:
        """Whether everything travels encrypted."""
        return self.origin.startswith("https://")

    @property
    def is_own_machine(self) -> bool:
        """Whether this computer asks itself: then it is no stranger."""
        return urlsplit(self.origin).hostname in _OWN_MACHINE

    @property
    def cookies(self) -> str:
        """What a browser would send along by now, as the value of a Cookie header (RFC 6265, 5.4)."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.client.cookies.jar)

    async def get(self, path: str, *, expect: int = 200, headers: dict[str, str] | None = None) -> httpx.Response:
        """Ask for a path. Failed unless it answers with the expected status."""
        reply = await self.client.get(path, headers=headers)
        return _expected(reply, expect)

    async def send(self, form: str, *, expect: int = 303, **fields: str) -> httpx.Response:
        """Post a native form, as a page of this site does."""
        reply = await self.client.post(f"/api/forms/{form}", data=fields, headers={"Origin": self.origin})
        return _expected(reply, expect)


def demand(*, seen: object, expected: str, holds: bool) -> None:
    """Failed with both, unless it holds."""
    if not holds:
        raise Failed(seen, expected)


def _expected(reply: httpx.Response, status: int) -> httpx.Response:
    asked = f"{reply.request.method} {reply.request.url.path}"
    demand(seen=f"{asked} answered {reply.status_code}", expected=str(status), holds=reply.status_code == status)
    return reply
