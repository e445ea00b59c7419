"""Every check in the order of the walk, each told in one line."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import httpx

from tests.smoke import answering, files, headers, limits, partners, people
from tests.smoke.reaching import in_words
from tests.smoke.site import Failed, Site, Skipped
from tests.smoke.socket import socket

Check = Callable[[Site], Awaitable[str]]
CHECKS: dict[str, Check] = {
    "health": answering.health,
    "liveness": answering.liveness,
    "readiness": answering.readiness,
    "metrics": answering.metrics,
    "no such page": answering.nowhere,
    "protection": headers.protection,
    "scripts": headers.scripts,
    "https only": headers.transport,
    "static files": files.static_files,
    "asked again": files.revalidation,
    "compression": files.compression,
    "socket": socket,
    "sign-in": people.sign_in,
    "guest's estimate": people.guest_estimate,
    "no key": partners.no_key,
    "partner's estimate": partners.partner_estimate,
    "rate limit": limits.rate_limit,
}
_WIDTH = max(map(len, CHECKS)) + 2


@dataclass(frozen=True, slots=True)
class Line:
    """How one check ended: ok, failed or skipped."""

    check: str
    result: str
    said: str

    def __str__(self) -> str:
        return f"{self.result:<9}{self.check:<{_WIDTH}}{self.said}"


async def walk(site: Site) -> AsyncIterator[Line]:
    """Every check, whatever the others found. A check that can't even ask has failed."""
    for name, check in CHECKS.items():
        yield await tried(name, check, site)


async def tried(name: str, check: Check, site: Site) -> Line:
    """One check, begun with an empty browser."""
    site.client.cookies.clear()
    try:
        return Line(name, "ok", await check(site))
    except Skipped as reason:
        return Line(name, "skipped", str(reason))
    except Failed as trouble:
        return Line(name, "failed", str(trouble))
    except (httpx.HTTPError, OSError, ValueError) as trouble:
        return Line(name, "failed", f"seen: {in_words(trouble)}. Expected: an answer.")
