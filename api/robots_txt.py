"""Which places search engines may look at (RFC 9309). Nothing is protected by it: every page asks who comes in."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

router = APIRouter(include_in_schema=False)
PRIVATE = (
    *("/account", "/api", "/development", "/documents", "/email-address", "/feedback/", "/forgot-password"),
    *("/intake/", "/sign-in/", "/sign-up/", "/staff", "/tax/", "/trusted"),
)
"""The beginnings of paths. Pages of letters stand at an address with a token, which nobody publishes."""


@router.get("/robots.txt")
async def robots_txt() -> PlainTextResponse:
    """The same for every robot."""
    return PlainTextResponse("".join(["User-agent: *\n", *(f"Disallow: {path}\n" for path in PRIVATE)]))
