"""The whole web application in one process, middleware included, driven without a browser, and audited page by page."""

import os
import re
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx
from nicegui import Client
from nicegui import app as nicegui
from nicegui.element import Element
from nicegui.testing import User
from nicegui.testing.general import nicegui_reset_globals
from starlette.routing import BaseRoute

from components.native import Words
from services.clock import FixedClock
from services.house import House
from services.settings import Settings
from tests.audit import audit_page
from ui.actions import REGISTERED, Action


class App:
    """The running application: its house, and a way for people to come in."""

    def __init__(self, asgi: Any, state: dict[str, Any], origin: str) -> None:
        self.asgi, self._state, self.origin = asgi, state, origin

    @property
    def house(self) -> House:
        """The house that the lifespan put together."""
        return self._state["house"]  # type: ignore[no-any-return]  # the lifespan's own

    def stands_still_at(self, instant: datetime) -> None:
        """From now on, whoever opens a page finds this moment on the clock of the house."""
        self._state["house"] = replace(self.house, clock=FixedClock(instant))

    def actions(self) -> list[Action[Any, Any]]:
        """Everything that can be done on its pages."""
        return list(REGISTERED.values())

    def somebody(self) -> "Somebody":
        """A new person with an empty browser."""
        transport = self.reached_from("127.0.0.1")
        return Somebody(httpx.AsyncClient(transport=transport, base_url=self.origin, headers={"Origin": self.origin}))

    def reached_from(self, address: str) -> httpx.ASGITransport:
        """A way to it for whoever is at this address."""
        return httpx.ASGITransport(self.with_state, client=(address, 4711))

    async def with_state(self, scope: Any, receive: Any, send: Any) -> None:
        await self.asgi({**scope, "state": dict(self._state)}, receive, send)


class Somebody(User):
    """A person at a browser without a screen. Opening a page audits it."""

    async def open(self, path: str, *, clear_forward_history: bool = True) -> Client:
        """Open a page, and hold it against what every page promises."""
        client = await super().open(path, clear_forward_history=clear_forward_history)
        html = (await self.http_client.get(path, follow_redirects=True)).text
        audit_page(client, html)
        return client

    async def send(self, form: str, **fields: str) -> httpx.Response:
        """Post one of the native forms, as its button does."""
        return await self.http_client.post(f"/api/forms/{form}", data=fields)

    def says(self) -> str:
        """Everything that is written on the page."""
        texts = (text_of(element).strip(" ") for element in self._client.layout.descendants(include_self=True))
        return " ".join(texts)


def text_of(element: Element) -> str:
    """The words that an element itself holds, as text or as markup. Words hold theirs once."""
    above = element.parent_slot.parent if element.parent_slot else None
    if isinstance(above, Words) and above.marked_up is element:
        return ""
    html = element.props.get("innerHTML", "").replace("<wbr>", "")
    return str(getattr(element, "text", "") or re.sub(r"<[^>]+>", " ", html))


@contextmanager
def _simulated() -> Iterator[None]:
    os.environ["NICEGUI_USER_SIMULATION"] = "true"
    handlers = dict(nicegui.exception_handlers)  # NiceGUI serves what a component test draws by its own one for 404
    try:
        with nicegui_reset_globals():
            yield
    finally:
        nicegui.exception_handlers.clear()
        nicegui.exception_handlers.update(handlers)
        del os.environ["NICEGUI_USER_SIMULATION"]


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[App]:
    """Build the application anew and open it."""
    with _simulated():
        asgi = _built(settings)
        async with asgi.router.lifespan_context(asgi) as state:
            yield App(asgi, state, settings.public_url)


def _built(settings: Settings) -> Any:
    """What depends on settings is built anew; what FastAPI learned of endpoints is kept, for it takes half a second."""
    if known := _KNOWN_PAGES.get(settings.in_development):
        known.stand_again()
    else:
        _forget_pages()
    before = list(nicegui.routes)
    asgi = import_module("main").build(settings)
    if not known:
        _KNOWN_PAGES[settings.in_development] = _Pages.that_came_after(before)
    return asgi


@dataclass(frozen=True)
class _Pages:
    """What importing the modules of pages leaves behind, and NiceGUI's reset takes away."""

    modules: dict[str, ModuleType]
    routes: list[BaseRoute]
    paths: dict[Any, str]
    actions: dict[str, Action[Any, Any]]

    @classmethod
    def that_came_after(cls, routes: list[BaseRoute]) -> "_Pages":
        """The pages that have come since NiceGUI had only these routes."""
        modules = {name: module for name, module in sys.modules.items() if _is_of_pages(name)}
        new = [route for route in nicegui.routes if route not in routes]
        return cls(modules, new, dict(Client.page_routes), dict(REGISTERED))

    def stand_again(self) -> None:
        """Put them back where they were."""
        sys.modules.update(self.modules)
        nicegui.routes.extend(self.routes)
        Client.page_routes.update(self.paths)
        REGISTERED.update(self.actions)


_KNOWN_PAGES: dict[bool, _Pages] = {}


def _forget_pages() -> None:
    for name in [name for name in sys.modules if _is_of_pages(name)]:
        del sys.modules[name]


def _is_of_pages(module: str) -> bool:
    return module == "main" or module.partition(".")[0] == "pages"
