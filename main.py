"""Puts the house together: `build` makes the web application, and run as a script it serves."""

# pylint: disable=wrong-import-position
import gc

gc.disable()  # until the house is open: what is imported stays, and to walk over it was a tenth of the start

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TypedDict

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from nicegui import app as nicegui_app
from nicegui import ui
from starlette.middleware.gzip import GZipMiddleware

import api
import pages
from api.rate_limit import RateLimit
from services import demo
from services.audit.sealing import sealing_steadily
from services.house import House, furnished
from services.jobs.worker import working
from services.journal import journal
from services.journal.measures import watching_the_loop
from services.journal.saying import passed_over, ready, refused
from services.settings import Settings, load_settings
from services.starting import local_tls
from services.starting.launch import listen, serve
from services.starting.leaving import stopping_of
from services.starting.opening import CannotStart, open_database
from services.starting.serving_tls import serving_tls
from services.vitals.keeping import keeping_vitals
from ui import bundles
from ui.failures.error_pages import register_error_pages
from ui.failures.no_script import no_script_html
from ui.memory.gone_pages import free_gone_pages
from ui.memory.held_pages import HELD
from ui.memory.known_signatures import remember_signatures
from ui.memory.no_bindings import leave_out_bindings
from ui.memory.pages_in_memory import pages_in_memory
from ui.memory.waiting_pages import WAITING
from ui.middleware.head import HeadAsGet
from ui.middleware.host import HostCheck
from ui.middleware.localhost import LocalhostRedirect
from ui.middleware.origin import OriginCheck
from ui.middleware.request_journal import RequestJournal
from ui.middleware.security_headers import SecurityHeaders
from ui.socket.guard import guard_the_socket
from ui.socket.packets import PacketCheck

_ASSETS = Path(__file__).parent / "assets"


class LifespanState(TypedDict):
    """What every request finds in `request.state`."""

    house: House


def build(settings: Settings) -> FastAPI:
    """The whole web application: pages, endpoints, middleware, and a lifespan that opens and closes the house."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[LifespanState]:
        async with AsyncExitStack() as stack:
            house = await _open_house(settings, stack)
            _spare_the_collector()
            yield {"house": house}

    app = FastAPI(title="MBTQ", lifespan=lifespan, openapi_url=None)
    app.router.routes.extend(api.router.routes)
    _add_pages(app, settings)
    _add_middleware(app, settings)
    return app


async def _open_house(settings: Settings, stack: AsyncExitStack) -> House:
    database = await stack.enter_async_context(open_database(settings))
    house = furnished(settings, database.engine)
    await stack.enter_async_context(house.shared)
    if settings.jobs_in_app:
        await stack.enter_async_context(working(house))
        await stack.enter_async_context(sealing_steadily(house))
    await stack.enter_async_context(watching_the_loop())
    await stack.enter_async_context(keeping_vitals(house, pages_in_memory))
    if settings.demo_data:
        await demo.load(house)
    return house


def _add_pages(app: FastAPI, settings: Settings) -> None:
    for module in walk_packages(pages.__path__, "pages."):
        if settings.in_development or not module.name.startswith("pages.development"):
            import_module(module.name)
    css, js = bundles.stylesheet(), bundles.script()
    app.include_router(bundles.router(css, js))
    app.mount("/assets/fonts", StaticFiles(directory=_ASSETS / "fonts"))
    ui.add_head_html(bundles.head_html(css, js), shared=True)
    ui.add_body_html(no_script_html(settings.support_email), shared=True)
    register_error_pages()
    guard_the_socket(settings.events_per_minute)
    WAITING.most = settings.most_waiting_pages
    HELD.begin(settings.most_pages)
    free_gone_pages()
    remember_signatures()
    leave_out_bindings()
    nicegui_app.config.quasar_config["loadingBar"]["skipHijack"] = True  # it would be a progress bar without a name
    ui.run_with(
        app,
        title="MBTQ",
        language="en-US",
        favicon=_ASSETS / "favicon.svg",
        tailwind=False,
        gzip_middleware_factory=None,
        show_welcome_message=False,
    )


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """The one added last is outermost."""
    app.add_middleware(RateLimit)
    near = local_tls.origins(settings) if settings.local_tls else []
    app.add_middleware(PacketCheck)
    app.add_middleware(OriginCheck, origins=[settings.public_url, *near])
    if settings.in_development:
        app.add_middleware(LocalhostRedirect)
    app.add_middleware(HostCheck, hosts=local_tls.names(settings), public_url=settings.public_url)
    stays_tls = settings.cookies_tls_only and not settings.local_tls  # tomorrow this machine may serve http again
    app.add_middleware(SecurityHeaders, tls=stays_tls)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)  # 9: 2 ms more a page, 3% less
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestJournal)


def _spare_the_collector() -> None:
    """Python's default thresholds walk every page's element tree again and again: it was the whole p95.

    New pages are walked after each 100,000 objects: 500,000 at once took 200 ms.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 5000)
    gc.enable()


def main() -> int:
    """Serve until told to stop. What makes that impossible is one line, and exit code 1."""
    settings = None
    try:
        settings = load_settings()
        with journal(settings), listen(settings) as listener:
            passed_over()
            tls = serving_tls(settings)
            opened = partial(ready, settings, _announcement(settings))
            serve(build(settings), listener, opened, tls=tls, stopping=stopping_of(settings))
    except CannotStart as refusal:
        refused(settings, refusal)
        return 1
    return 0


def _announcement(settings: Settings) -> str:
    lines = [f"MBTQ is ready: {settings.public_url}", "Press Ctrl-C to stop."]
    if settings.local_tls:
        lines += local_tls.steps(settings)
    if settings.demo_data:
        lines += ["", f"Demo accounts (made-up people), password: {demo.PASSWORD}"]
        lines += [f"  {account.address:<20} {account.about}" for account in demo.ACCOUNTS]
        lines += [f"Who works here needs a code as well: {settings.public_url}/development/codes"]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
