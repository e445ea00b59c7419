"""A form is posted by a person: what goes wrong with it is a page that they can read, and not problem details."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from api.forms.device import meet_device
from api.forms.replies import SignedIn
from services.errors import HouseError
from ui.failures.error_pages import DATABASE_IS_AWAY, error_page, failure_page

_log = logging.getLogger(__name__)


class FormRoute(APIRoute):
    """Answers every failure of a form here, inside the middleware, so that it carries the security headers too.

    Whichever form opens a session, the device that it is opened on is met here.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The form's own handler, with its failures drawn."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                reply = await handle(request)
                if isinstance(reply, SignedIn):
                    await meet_device(request, reply)
                return reply
            except (HouseError, HTTPException, *DATABASE_IS_AWAY) as problem:
                return await failure_page(request, problem)
            except RequestValidationError:
                return await error_page(request, 400)
            except Exception as bug:  # pylint: disable=broad-exception-caught  # logged, and told calmly
                _log.exception("form %s failed", self.path)
                return await failure_page(request, bug)

        return answered
