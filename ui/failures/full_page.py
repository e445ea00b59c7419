"""“Many people are here right now”: shown to somebody for whose page there is no room (ui/memory/held_pages.py)."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from services import words
from ui.failures.still_page import SAME_ADDRESS, still_page
from ui.visits import visit_of_a_stranger

_COME_BACK_IN_SECONDS = 60


def full_page(request: Request, *, can_sign_in: bool) -> Response:
    """503, and a page that takes no room itself. `can_sign_in` is whether that would make room for them."""
    opens_again = request.method == "GET"
    codes = ["what", "do" if opens_again else "form", *(["why"] if can_sign_in else [])]
    html = still_page(
        words.sentence("page.full.title"),
        [words.sentence(f"page.full.{code}") for code in codes],
        again=SAME_ADDRESS if opens_again else None,
        ways=[(words.sentence("page.full.sign_in"), "/sign-in")] if can_sign_in else [],
        talk=visit_of_a_stranger(request).preferences.talk,
    )
    return HTMLResponse(html, 503, {"Retry-After": str(_COME_BACK_IN_SECONDS), "Cache-Control": "no-store"})
