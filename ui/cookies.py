"""The seven cookies. Forms, and the way to an organisation, set them; a page sets that of its drafts alone."""

from collections.abc import Mapping
from datetime import timedelta

from fastapi import Request, Response

from services.settings import Settings

SESSION = "mbtq_session"
DISPLAY = "mbtq_display"
ATTEMPT = "mbtq_attempt"
DEVICE = "mbtq_device"
ORGANISATION = "mbtq_organisation"
ASKED = "mbtq_asked"
DRAFTS = "mbtq_drafts"
DISPLAY_LASTS = timedelta(days=365)


def read(request: Request, name: str) -> str:
    """The cookie's value, or an empty string. Over TLS, a prefix binds the name to this host (RFC 6265bis)."""
    settings: Settings = request.state.house.settings
    return request.cookies.get(_full_name(settings, name), "")


def session_token(sent: Mapping[str, str]) -> str:
    """The session's token among the cookies of a request or a handshake, under either name; empty without one."""
    return sent.get(f"__Host-{SESSION}", "") or sent.get(SESSION, "")


def put(response: Response, settings: Settings, name: str, value: str, *, lasts: timedelta) -> None:
    """Set a cookie that scripts can't read and other sites can't send with a form."""
    response.set_cookie(
        _full_name(settings, name),
        value,
        max_age=int(lasts.total_seconds()),
        path="/",
        secure=settings.cookies_tls_only,
        httponly=True,
        samesite="lax",
    )


def header(settings: Settings, name: str, value: str, *, lasts: timedelta) -> str:
    """The same for a page, whose response is NiceGUI's: ui/middleware/security_headers.py puts it there."""
    response = Response()
    put(response, settings, name, value, lasts=lasts)
    return response.headers["set-cookie"]


def drop(response: Response, settings: Settings, name: str) -> None:
    """Remove a cookie."""
    put(response, settings, name, "", lasts=timedelta(0))


def _full_name(settings: Settings, name: str) -> str:
    return f"__Host-{name}" if settings.cookies_tls_only else name
