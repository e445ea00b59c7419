"""How the API says that something went wrong: problem details (RFC 9457), with a JSON pointer to each field."""

import json
import logging
from collections.abc import Callable, Coroutine, Iterable, Mapping
from itertools import islice
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from services import words
from services.errors import HouseError, Invalid, InvalidInput, Problem, pointer_to
from services.tax import NoResult
from ui.failures.error_pages import STATUS, failure_page

MOST_ERRORS = 100
"""So many problems are named; whoever sends more has sent something else than a return."""
_EXPLAINED = frozenset({400, 401, 404, 405, 408, 413, 415})
_log = logging.getLogger(__name__)


class ProblemRoute(APIRoute):
    """Answers every failure of an endpoint here, inside the middleware, so that it carries the security headers too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The endpoint's own handler, with its failures told as problem details."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handle(request)
            except Exception as failure:  # pylint: disable=broad-exception-caught  # a bug is logged, and told calmly
                return _told(failure, self.path)

        return answered


class FileRoute(APIRoute):
    """An address that a link of a page opens: who follows it in a browser reads our page about a failure.

    Everybody else is told as by a `ProblemRoute`.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The endpoint's own handler, with its failures told to people."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handle(request)
            except Exception as failure:  # pylint: disable=broad-exception-caught  # a bug is logged, and told calmly
                told = _told(failure, self.path)
                reads_pages = "text/html" in request.headers.get("accept", "")
                return await failure_page(request, failure) if reads_pages else told

        return answered


def problem(
    status: int, code: str, errors: Iterable[Problem] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """Problem details in words; `code` is the sentence about what happened."""
    content = {
        "type": "about:blank",
        "title": words.sentence(f"api.{status}.title"),
        "status": status,
        "detail": words.sentence(code),
        "errors": [_described(error) for error in errors],
    }
    # In ASCII: a pointer may hold half a character, which JSON can name and UTF-8 can't hold.
    return Response(json.dumps(content), status, headers, media_type="application/problem+json")


def _told(failure: Exception, path: str) -> Response:
    status = _status_of(failure)
    if status == 500:
        _log.error("endpoint %s failed", path, exc_info=failure)
    if status == 503:
        _log.warning("endpoint %s has to wait: %s", path, type(failure).__name__)
    headers = failure.headers if isinstance(failure, HTTPException) else None
    return problem(status, _code_of(failure, status), islice(_problems_of(failure), MOST_ERRORS), headers)


def _status_of(failure: Exception) -> int:
    match failure:
        case HTTPException(status_code=status) if status in _EXPLAINED:
            return status
        case HouseError():
            return next(status for kind, status in STATUS.items() if isinstance(failure, kind))
        case RequestValidationError() | ClientDisconnect():
            return 400
        case NoResult():
            return 422
        case OperationalError() | PoolTimeout():
            return 503
    return 500


def _code_of(failure: Exception, status: int) -> str:
    if isinstance(failure, HouseError) and not isinstance(failure, Invalid):
        return failure.code
    if isinstance(failure, HTTPException) and failure.detail and words.known(failure.detail):
        return failure.detail
    return f"api.{status}.detail"


def _problems_of(failure: Exception) -> Iterable[Problem]:
    match failure:
        case InvalidInput(problems=problems):
            return problems
        case Invalid(field=name, code=code):
            return [Problem(pointer_to(name), code)]
        case RequestValidationError():
            return [Problem(pointer_to(*error["loc"]), "wrong_shape") for error in failure.errors()]
        case NoResult(codes=codes):
            return [Problem("", code) for code in codes]
    return []


def _described(error: Problem) -> dict[str, str]:
    detail = words.sentence(error.code)
    if error.allowed:
        detail = f"{detail} {words.sentence('api.allowed', allowed=error.allowed)}"
    return {"pointer": error.pointer, "code": str(error.code), "detail": detail}
