"""Where to report a hole, at the address at which those who look for holes look first (RFC 9116)."""

from datetime import timedelta

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from ui.guards import HouseDep

router = APIRouter(include_in_schema=False)
_HOLDS = timedelta(days=180)
"""Section 2.5.5 asks for less than a year. What the settings say is read anew with each request."""


@router.get("/.well-known/security.txt")
async def security_txt(house: HouseDep) -> PlainTextResponse:
    """The addresses for a report, how long that holds, and the language. Nobody has to call."""
    site = house.settings.public_url
    expires = (house.clock.now() + _HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [f"Contact: mailto:{house.settings.security_email}"]
    if site.startswith("https://"):  # 2.5.4: an address on the web is one over TLS
        lines += [f"Contact: {site}/contact", f"Canonical: {site}/.well-known/security.txt"]
    lines += [f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: en"]
    return PlainTextResponse("".join(f"{line}\n" for line in lines))
