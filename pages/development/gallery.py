"""One gallery page a component, with all its states: what axe checks, and what a newcomer reads first."""

import inspect
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from nicegui import ui

import components
from components.layout import section
from components.link import link
from components.prose import bullet_list, paragraph
from services.errors import NotFound
from ui.guards import AnyVisit
from ui.page_frame import STAYS_SECONDS, page_frame


def with_examples() -> list[str]:
    """The names of the components that have a gallery page."""
    names = (module.name for module in iter_modules(components.__path__) if module.ispkg)
    return [name for name in names if find_spec(f"components.{name}.examples")]


@ui.page("/development/components")
async def gallery_page(visit: AnyVisit) -> None:
    """List the components."""
    with page_frame("Components", visit):
        paragraph("Every component with all its states. These pages exist in development only.")
        with bullet_list(()):
            for name in with_examples():
                with ui.element("li"):
                    link(name.replace("_", " "), f"/development/components/{name}")


@ui.page("/development/components/{name}", reconnect_timeout=STAYS_SECONDS)
async def component_page(name: str, visit: AnyVisit) -> None:
    """Draw every example of one component under what it promises."""
    if name not in with_examples():
        raise NotFound
    examples = import_module(f"components.{name}.examples")
    with page_frame(name.replace("_", " ").capitalize(), visit, above="Component"):
        for sentence in inspect.getdoc(import_module(f"components.{name}")).split("\n\n"):  # type: ignore[union-attr]
            paragraph(sentence)
        for draw in _states(examples):
            with section((inspect.getdoc(draw) or draw.__name__).split("\n")[0].rstrip(".")):
                draw()


def _states(examples: ModuleType) -> list[Callable[[], None]]:
    own = (
        value
        for value in vars(examples).values()
        if inspect.isfunction(value) and value.__module__ == examples.__name__
    )
    return [function for function in own if not function.__name__.startswith("_")]
