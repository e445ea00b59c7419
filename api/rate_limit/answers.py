"""What a caller is told about their limit: headers on every answer, problem details or a page on a refusal.

The headers are those of draft-ietf-httpapi-ratelimit-headers-10 (RateLimit, RateLimit-Policy), the older X-RateLimit-*
that many programs still read (its reset in seconds from now), and on a refusal Retry-After (RFC 9110).
"""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from api.problems import problem
from api.rate_limit.counting import SOCKET, Together
from services import words
from services.sharing import Standing
from ui.failures.still_page import still_page
from ui.visits import visit_of_a_stranger

_WAYS = {Together.PLACE: "/sign-in", Together.ACCOUNT: "/account/devices"}
"""What may help who is counted together with others."""


def headers_of(standing: Standing) -> dict[str, str]:
    """Where the caller stands, in both spellings."""
    limit = standing.limit
    return {
        "RateLimit-Policy": f'"{limit.name}";q={limit.amount};w={limit.seconds}',
        "RateLimit": f'"{limit.name}";r={standing.left};t={standing.more_in_seconds}',
        "X-RateLimit-Limit": str(limit.amount),
        "X-RateLimit-Remaining": str(standing.left),
        "X-RateLimit-Reset": str(standing.more_in_seconds),
    }


def refusal(request: Request, standing: Standing, together: Together) -> Response:
    """429: a program reads problem details, a person a page that costs us next to nothing."""
    headers = {**headers_of(standing), "Retry-After": str(standing.more_in_seconds), "Cache-Control": "no-store"}
    if _is_for_people(request.url.path):
        return HTMLResponse(_page(request, standing.more_in_seconds, together), 429, headers)
    return problem(429, "api.429.detail", headers=headers)


def _is_for_people(path: str) -> bool:
    return path.startswith("/api/forms/") or not path.startswith(("/api/", SOCKET))


def _page(request: Request, seconds: int, together: Together) -> str:
    talk = visit_of_a_stranger(request).preferences.talk
    can_open_again = request.method in {"GET", "HEAD"}
    codes = ["what", "when_one" if seconds == 1 else "when"]
    codes += [] if can_open_again else ["form"]
    codes += [] if together is Together.ALONE else [f"why_{together}"]
    told = [words.sentence(f"page.429.{code}", seconds=seconds) for code in codes]
    again = _address(request) if can_open_again else None
    ways = [(words.sentence(f"page.429.way_{together}"), _WAYS[together])] if together in _WAYS else []
    return still_page(words.sentence("page.429.title"), told, again=again, ways=ways, talk=talk)


def _address(request: Request) -> str:
    path = "/" + request.url.path.lstrip("/")  # with two slashes it would be the address of another site
    return f"{path}?{request.url.query}" if request.url.query else path
