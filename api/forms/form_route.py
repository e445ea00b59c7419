"""A form is posted by a person: what goes wrong with it is a page that they can read, and not problem details."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from services.errors import HouseError
from ui.error_pages import STATUS, error_page, http_error_page

_log = logging.getLogger(__name__)


class FormRoute(APIRoute):
    """Answers every failure of a form here, inside the middleware, so that it carries the security headers too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The form's own handler, with its failures drawn."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handle(request)
            except HouseError as problem:
                return await error_page(request, STATUS[type(problem)])
            except HTTPException as problem:
                return await http_error_page(request, problem)
            except RequestValidationError:
                return await error_page(request, 400)
            except Exception:  # pylint: disable=broad-exception-caught  # a bug: logged, and told calmly
                _log.exception("form %s failed", self.path)
                return await error_page(request, 500)

        return answered
