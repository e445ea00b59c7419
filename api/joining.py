"""How the endpoints of several modules become those of one router, and at last those of the app."""

from fastapi import APIRouter


def joined(*routers: APIRouter) -> APIRouter:
    """One router with the routes of these, in this order.

    FastAPI's `include_router` keeps the routers apart: for each request it walks through all of them, several times,
    to see whether one has got another route. That was two fifths of what a request costs.
    """
    router = APIRouter()
    for one in routers:
        router.routes.extend(one.routes)
    return router
