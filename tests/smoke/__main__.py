"""The command: `python -m tests.smoke https://www.example.org`. Exit code 0 if nothing failed, 1 if something did."""

import asyncio
import os
import sys

import httpx

from tests.smoke.reaching import out_of_reach
from tests.smoke.site import Site, Wanted
from tests.smoke.walk import walk

_PATIENCE_SECONDS = 20


def main(address: str = "") -> int:
    """Walk the address and print a line for each check."""
    url = httpx.URL(address.rstrip("/"))
    if url.scheme not in {"http", "https"} or not url.host:
        sys.stderr.write("Say where, with https:// before it: make smoke BASE_URL=https://www.example.org\n")
        return 2
    failed = asyncio.run(_walked(f"{url.scheme}://{url.netloc.decode()}"))
    sys.stdout.write(f"\n{failed} failed.\n" if failed else "\nNothing failed.\n")
    return 1 if failed else 0


async def _walked(origin: str) -> int:
    failed = 0
    async with httpx.AsyncClient(base_url=origin, timeout=_PATIENCE_SECONDS) as client:
        site = Site(origin, client, _wanted())
        if reason := await out_of_reach(site):
            sys.stdout.write(f"{reason}\n")
            return 1
        async for line in walk(site):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
            failed += line.result == "failed"
    return failed


def _wanted() -> Wanted:
    told = os.environ
    return Wanted(
        told.get("SMOKE_EMAIL", ""),
        told.get("SMOKE_PASSWORD", ""),
        told.get("SMOKE_API_KEY", ""),
        told.get("RATE_LIMIT", "") not in {"", "0"},
    )


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2]))
