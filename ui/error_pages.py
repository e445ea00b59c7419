"""What a person sees when a page can't be shown: the true status, what happened, and what to do."""

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from nicegui import Client, app
from nicegui.page import page
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

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
    app.exception_handler(404)(http_error_page)
    app.exception_handler(HTTPException)(http_error_page)
    app.exception_handler(RequestValidationError)(_on_wrong_address)
    app.exception_handler(Exception)(_on_bug)


async def error_page(request: Request, status: int) -> Response:
    """Our own page for a status: what happened, and what to do."""
    visit = await _visit_in_trouble(request)
    with Client(page(""), request=request) as client:
        with page_frame(words.sentence(f"page.{status}.title"), visit):
            paragraph(words.sentence(f"page.{status}.what"))
            with paragraph():
                link(words.sentence("page.home"), "/", kind="main")
        return client.build_response(request, status)


async def _on_house_error(request: Request, problem: HouseError) -> Response:
    return await error_page(request, STATUS[type(problem)])


async def http_error_page(request: Request, problem: HTTPException) -> Response:
    """Our own page for what the framework raises; a redirect or another status stays as it is."""
    if problem.status_code in _DRAWN:
        return await error_page(request, problem.status_code)
    return Response(status_code=problem.status_code, headers=problem.headers)


async def _on_wrong_address(request: Request, _problem: RequestValidationError) -> Response:
    """A page has no other input than its address: one with a word for the year is the address of no page."""
    return await error_page(request, 404)


async def _on_bug(request: Request, _problem: Exception) -> Response:
    return await error_page(request, 500)


async def _visit_in_trouble(request: Request) -> Visit:
    """Who is here, in their own theme; somebody unknown when even the database is away."""
    try:
        return await visit_of(request, request.state.house)
    except SQLAlchemyError:
        return Visit(Guest(), Preferences(), request.url.path)
