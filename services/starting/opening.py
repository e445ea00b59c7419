"""Opening the database for the length of a run: our own embedded one, or the one that DATABASE_URL names."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import psycopg
from sqlalchemy.ext.asyncio import AsyncEngine

from db import embedded
from db.cannot_start import CannotStart
from db.engine import libpq_url, make_engine
from db.migrate import is_current, upgrade
from db.requirements import check_database
from db.roles import APP_ROLE, DATABASE, OWNER_ROLE, ensure_database, ensure_roles
from services.settings import Settings
from services.starting.keeping_up import kept_up

_log = logging.getLogger(__name__)
__all__ = ["CannotStart", "OpenDatabase", "open_database", "visit_database"]


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """A database that was checked. The URLs are secrets; `description` is a line for the person at the terminal."""

    engine: AsyncEngine
    app_url: str = field(repr=False)
    owner_url: str | None = field(repr=False)
    description: str


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[OpenDatabase]:
    """Open the database and close it again; what was started for it is stopped. Raises CannotStart.

    Only the embedded database is migrated here: a shared one is migrated by `make migrate`, once for all processes.
    """
    if settings.database_url is not None:
        opened = _shared(settings, settings.database_url.get_secret_value())
    elif settings.in_development:
        opened = _embedded(settings)
    else:
        raise CannotStart("DATABASE_URL is missing: the embedded database is for development.")
    async with opened as database:
        yield database


@asynccontextmanager
async def visit_database(settings: Settings) -> AsyncIterator[AsyncEngine]:
    """The database for a command, whether the app runs or not. Raises CannotStart, also if a migration is missing.

    An embedded server that runs already is used and left running; otherwise one is started for the command.
    """
    async with AsyncExitStack() as stack:
        if address := await asyncio.to_thread(_running, settings):
            engine = await stack.enter_async_context(_engine_on(settings, address))
        else:
            engine = (await stack.enter_async_context(open_database(settings))).engine
        async with engine.connect() as connection:
            if not await connection.run_sync(is_current):
                raise CannotStart("The database is not at the migration of this release. Run make migrate.")
        yield engine


def _running(settings: Settings) -> str | None:
    if settings.database_url is not None or not settings.in_development:
        return None
    return embedded.running_url(embedded.place_in(settings.data_dir), APP_ROLE, DATABASE)


@asynccontextmanager
async def _shared(settings: Settings, app_url: str) -> AsyncIterator[OpenDatabase]:
    owner_url = settings.migration_database_url
    async with _engine_on(settings, app_url) as engine:
        yield OpenDatabase(
            engine,
            app_url,
            owner_url.get_secret_value() if owner_url else None,
            f"Database: {engine.url.database} on {engine.url.host or 'this machine'}",
        )


@asynccontextmanager
async def _embedded(settings: Settings) -> AsyncIterator[OpenDatabase]:
    server = await asyncio.to_thread(_start_embedded, settings)
    try:
        owner_url, app_url = server.url(OWNER_ROLE, DATABASE), server.url(APP_ROLE, DATABASE)
        await asyncio.to_thread(upgrade, owner_url)
        async with kept_up(server), _engine_on(settings, app_url) as engine:
            yield OpenDatabase(
                engine, app_url, owner_url, f"Database: PostgreSQL 18 of our own in {server.place.folder}"
            )
    finally:
        await asyncio.shield(asyncio.to_thread(server.stop))


@asynccontextmanager
async def _engine_on(settings: Settings, address: str) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(
        address,
        pool_size=settings.database_pool_size,
        max_overflow=settings.database_max_overflow,
        pool_timeout_seconds=settings.database_pool_timeout_seconds,
        behind_pgbouncer=settings.behind_pgbouncer,
    )
    try:
        await check_database(engine)
        yield engine
    finally:
        await engine.dispose()


def _start_embedded(settings: Settings) -> embedded.EmbeddedServer:
    place = embedded.place_in(settings.data_dir)
    if place.folder != settings.data_dir.resolve():
        _log.warning("PostgreSQL can't run as root in a private folder: the database is in %s.", place.folder)
    server = embedded.start(place)
    try:
        with psycopg.connect(libpq_url(server.url("postgres", "postgres")), autocommit=True) as connection:
            ensure_roles(connection)
            ensure_database(connection)
    except BaseException:
        server.stop()
        raise
    return server
