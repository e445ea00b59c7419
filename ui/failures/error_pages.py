"""What a person sees when a page can't be shown: the true status, what happened, what is kept, and what to do."""

import logging
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from nicegui import Client, app
from nicegui.page import page
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from components.layout import row
from components.link import link
from components.prose import paragraph
from services import words
from services.errors import Conflict, HouseError, Invalid, NotAllowed, NotFound, Unavailable
from services.tax import YEARS
from services.visitor import Person
from ui.failures.full_page import full_page
from ui.failures.still_page import SAME_ADDRESS
from ui.failures.updating_page import updating_page
from ui.guards import is_of_unknown_year
from ui.memory.held_pages import NoRoom
from ui.page_frame import page_frame
from ui.visits import Visit, visit_if_known, visit_of_a_stranger

STATUS: dict[type[HouseError], int] = {Invalid: 400, NotAllowed: 403, NotFound: 404, Conflict: 409, Unavailable: 503}
DATABASE_IS_AWAY = (OperationalError, PoolTimeout)
_DRAWN = frozenset({*STATUS.values(), 500})
_WORTH_TELLING = frozenset({403, 404, 500})
_MAY_WORK_LATER = frozenset({409, 500, 503})
_COME_BACK_IN_SECONDS = 60
_log = logging.getLogger(__name__)


def register_error_pages() -> None:
    """Draw our own pages for the five expected failures, for addresses that lead nowhere, and for bugs."""
    app.exception_handler(404)(failure_page)
    for kind in (HouseError, NoRoom, HTTPException, *DATABASE_IS_AWAY, Exception):
        app.exception_handler(kind)(failure_page)
    app.exception_handler(Invalid)(_not_drawn)
    app.exception_handler(RequestValidationError)(_on_wrong_address)


async def failure_page(request: Request, failure: Exception) -> Response:
    """Our own page for what was raised. A redirect, and a status that has no words here, stay as they are."""
    match failure:
        case NoRoom():
            return full_page(request, can_sign_in=failure.can_sign_in)
        case HouseError():
            return await error_page(request, STATUS[type(failure)])
        case HTTPException(status_code=status) if status not in _DRAWN:
            return Response(status_code=status, headers=failure.headers)
        case HTTPException(status_code=status):
            return await error_page(request, status)
        case _ if isinstance(failure, DATABASE_IS_AWAY):
            return _updating(request, failure)
    return await error_page(request, 500)


async def error_page(request: Request, status: int) -> Response:
    """Our own page for a status: what happened, what is kept, what to do, and a way back."""
    visit = await visit_if_known(request, request.state.house)
    try:
        return _drawn(request, visit, status)
    except NoRoom as full:
        return full_page(request, can_sign_in=full.can_sign_in)


def _drawn(request: Request, visit: Visit, status: int) -> Response:
    with Client(page(""), request=request) as client:
        with page_frame(words.sentence(f"page.{status}.title"), visit):
            for part in ("what", "kept", "do"):
                paragraph(words.sentence(f"page.{status}.{part}"))
            if is_of_unknown_year(request):
                paragraph(words.sentence("page.404.years", years=", ".join(map(str, YEARS))))
            with row():
                _ways_on(request, visit, status)
                if status in _WORTH_TELLING:
                    link(words.sentence("page.tell_us"), f"/feedback?about=page&from={quote(visit.path)}")
        return client.build_response(request, status)


def _updating(request: Request, failure: Exception) -> Response:
    settings = request.state.house.settings
    is_own = settings.database_url is None and isinstance(failure, OperationalError)
    way_back = ". Our own database was ended: stop the app, and run it again" if is_own else ""
    _log.warning("a page has to wait for the database: %s%s", type(failure).__name__, way_back)
    talk = visit_of_a_stranger(request).preferences.talk
    html = updating_page(settings.support_email, opens_again=request.method == "GET", talk=talk)
    return HTMLResponse(html, 503, {"Retry-After": str(_COME_BACK_IN_SECONDS)})


def _ways_on(request: Request, visit: Visit, status: int) -> None:
    """What was sent as a form can't be opened again: no way leads back to it."""
    can_be_opened = request.method == "GET"
    again = status in _MAY_WORK_LATER and can_be_opened
    sign_in = status == STATUS[NotAllowed]
    if again:
        link(words.sentence("page.again"), SAME_ADDRESS, kind="main")
    if sign_in:
        path = f"/sign-in?next={quote(visit.address)}" if can_be_opened else "/sign-in"
        another = isinstance(visit.visitor, Person)
        link(words.sentence("page.sign_in_as_another" if another else "page.sign_in"), path, kind="main")
    link(words.sentence("page.home"), "/", kind="quiet" if again or sign_in else "main")


async def _not_drawn(request: Request, failure: Exception) -> Response:
    """Who opens a page sends nothing that could be wrong: what is invalid while it is drawn is a mistake of ours."""
    _log.error("a page could not be drawn", exc_info=failure)
    return await error_page(request, 500)


async def _on_wrong_address(request: Request, _problem: RequestValidationError) -> Response:
    """A page has no other input than its address: one with a word for the year is the address of no page."""
    return await error_page(request, 404)
