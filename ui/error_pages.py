"""What a person sees when a page can't be shown: the true status, what happened, and what to do."""

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from nicegui import Client, app
from nicegui.page import page
from sqlalchemy.exc import SQLAlchemyError

from components.link import link
from components.prose import paragraph
from services import words
from services.errors import Conflict, HouseError, Invalid, NotAllowed, NotFound, Unavailable
from services.preferences import Preferences
from services.visitor import Guest
from ui.guards import Visit, visit_of
from ui.page_frame import page_frame

STATUS: dict[type[HouseError], int] = {Invalid: 400, NotAllowed: 403, NotFound: 404, Conflict: 409, Unavailable: 503}
_DRAWN = frozenset({*STATUS.values(), 500})


def register_error_pages() -> None:
    """Draw our own pages for the five expected failures, for addresses that lead nowhere, and for bugs."""
    app.exception_handler(HouseError)(_on_house_error)
    app.exception_handler(404)(_on_http_error)
    app.exception_handler(HTTPException)(_on_http_error)
    app.exception_handler(RequestValidationError)(_on_wrong_address)
    app.exception_handler(Exception)(_on_bug)


async def _on_house_error(request: Request, problem: HouseError) -> Response:
    return await _drawn(request, STATUS[type(problem)])


async def _on_http_error(request: Request, problem: HTTPException) -> Response:
    if problem.status_code in _DRAWN:
        return await _drawn(request, problem.status_code)
    return Response(status_code=problem.status_code, headers=problem.headers)


async def _on_wrong_address(request: Request, _problem: RequestValidationError) -> Response:
    """A page has no other input than its address: one with a word for the year is the address of no page."""
    return await _drawn(request, 404)


async def _on_bug(request: Request, _problem: Exception) -> Response:
    return await _drawn(request, 500)


async def _drawn(request: Request, status: int) -> Response:
    visit = await _visit_in_trouble(request)
    with Client(page(""), request=request) as client:
        with page_frame(words.sentence(f"page.{status}.title"), visit):
            paragraph(words.sentence(f"page.{status}.what"))
            with paragraph():
                link(words.sentence("page.home"), "/", kind="main")
        return client.build_response(request, status)


async def _visit_in_trouble(request: Request) -> Visit:
    """Who is here, in their own theme; somebody unknown when even the database is away."""
    try:
        return await visit_of(request, request.state.house)
    except SQLAlchemyError:
        return Visit(Guest(), Preferences(), request.url.path)
