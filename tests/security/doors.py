"""Every door of the application, read from its own routes: none is left out because somebody forgot to list it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi.routing import APIRoute
from pydantic import BaseModel

from tests.app import App

_HARMLESS = {"GET", "HEAD", "OPTIONS", "TRACE"}
_UUID = "01890a5d-ac96-774b-bcce-b302099a8057"
_READ_BY_HAND = {
    "/api/forms/feedback": ("about", "message", "email", "from"),
    "/api/forms/documents": ("category", "tax_year"),
}
_IN_A_PATH = {
    "tax_year": "2025",
    "purpose": "sign-up",
    "organisation": "county",
    "name": "button",
    "step": "language",
    "topic": "w2",
    "number": "0",
}


@dataclass(frozen=True, slots=True)
class Door:
    """A path with its methods, and the fields that it takes as a form and in its query."""

    path: str
    methods: frozenset[str]
    fields: tuple[str, ...]
    query: tuple[str, ...]
    parts: tuple[str, ...]

    def filled(self, **parts: str) -> str:
        """Its path with something in each of its parts, as it comes or as given."""
        named = {part: parts.get(part, _IN_A_PATH.get(part, _UUID)) for part in self.parts}
        return self.path.replace(":path}", "}").format(**named)


def doors(app: App) -> list[Door]:
    """All of them, without the files that NiceGUI serves to its own client."""
    return [_door(route) for route in _routes(app.asgi) if not route.path.startswith("/_nicegui")]


def forms(app: App) -> list[Door]:
    """The doors by which a browser or a program changes something."""
    return [door for door in doors(app) if door.methods - _HARMLESS and "{" not in door.path]


def pages(app: App) -> list[Door]:
    """The doors that show something."""
    return [door for door in doors(app) if "GET" in door.methods and "{path" not in door.path]


def _routes(holder: Any) -> Iterator[APIRoute]:
    """FastAPI keeps an included router as a route; Starlette mounts another application as one."""
    for route in getattr(holder, "routes", None) or ():
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from _routes(getattr(route, "original_router", route))


def _door(route: APIRoute) -> Door:
    taken = route.dependant
    return Door(
        route.path,
        frozenset(route.methods or ()),
        _READ_BY_HAND.get(route.path) or tuple(name for part in taken.body_params for name in _fields(part)),
        tuple(part.alias for part in taken.query_params),
        tuple(route.param_convertors),
    )


def _fields(part: Any) -> Iterator[str]:
    model = part.field_info.annotation
    if isinstance(model, type) and issubclass(model, BaseModel):
        yield from (field.alias or name for name, field in model.model_fields.items())
    else:
        yield part.alias
