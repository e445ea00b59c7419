"""Addresses under /api/ that lead nowhere: a program is told so as problem details, a person at a form with a page."""

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException
from fastapi.routing import APIRoute

from api.forms.form_route import FormRoute
from api.problems import ProblemRoute
from services.errors import NotFound

_EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
no_forms = APIRouter(route_class=FormRoute)


@no_forms.api_route("/api/forms/{path:path}", methods=_EVERY_METHOD)
async def no_such_form() -> None:
    """A form has no page of its own: somebody who loads its address again is shown the way."""
    raise NotFound


def nothing_beside(endpoints: Sequence[APIRouter]) -> APIRouter:
    """What answers at every address under /api/ where these endpoints do not: 405 with what they allow, or 404."""
    router = APIRouter(route_class=ProblemRoute)

    @router.api_route("/api/{path:path}", methods=_EVERY_METHOD)
    async def no_such_endpoint(path: str) -> None:
        allowed = sorted(set().union(*(_methods_at(f"/api/{path}", one) for one in endpoints)))
        raise HTTPException(405, headers={"Allow": ", ".join(allowed)}) if allowed else HTTPException(404)

    return router


def _methods_at(path: str, router: APIRouter) -> set[str]:
    routes = (route for route in router.routes if isinstance(route, APIRoute))
    return {method for route in routes if route.path_regex.match(path) for method in route.methods or ()}
