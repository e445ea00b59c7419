"""What every test stands on: a clean environment, and a real PostgreSQL with a migrated database for each worker."""

import gc
import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from argon2 import PasswordHasher
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import libpq_url, make_engine
from db.types import new_id
from services.accounts import passwords
from services.clock import FixedClock
from services.house import House, furnished
from services.settings import NAMES, Settings, secrets
from tests.app import App, Somebody, running
from tests.architecture.sources import modules
from tests.database import DatabaseUrls, TestServer, copy_of_the_template, start_test_server

pytest_plugins = ["nicegui.testing.general_fixtures", "tests.security.attempts"]
_SERVER = pytest.StashKey[TestServer]()


def pytest_configure() -> None:
    """Keep what this shell says about a house out of the tests, and the collector out of what they import."""
    for name in list(os.environ):
        if name in NAMES or name.startswith("PG"):
            del os.environ[name]
    gc.disable()


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: the collector need not walk over them again and again."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """Each password takes 64 MB and a tenth of a second on purpose; test_passwords.py holds that to be so."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", cheap)
        patch.setattr(passwords, "_NOBODYS_HASH", cheap.hash("nobody has this password"))
        yield


@pytest.fixture(scope="module", autouse=True)
def _forgotten_sources() -> Iterator[None]:
    """The parsed house is 1.6 million objects, over which the collector walks for each component that is drawn."""
    yield
    modules.cache_clear()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """With several workers, the one that leads them starts the server for all."""
    node.workerinput["server_url"] = _server_url(node.config)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, however the run ended."""
    if server := config.stash.get(_SERVER, None):
        server.stop()


@pytest.fixture(scope="session")
def superuser_url(request: pytest.FixtureRequest) -> str:
    """The test server, as the one who may make databases. Workers share it."""
    worker = getattr(request.config, "workerinput", None)
    return str(worker["server_url"]) if worker else _server_url(request.config)


@pytest.fixture(scope="session")
def database_urls(superuser_url: str, worker_id: str) -> DatabaseUrls:
    """A migrated database of this worker. What one test writes, the next one finds: make people of your own."""
    return copy_of_the_template(superuser_url, f"test_{worker_id}")


@pytest.fixture
def settings(database_urls: DatabaseUrls, tmp_path: Path) -> Settings:
    """A developer's settings with secrets of their own, on the worker's database, without demo data."""
    made = secrets.fresh()
    return Settings(
        _env_file=None,
        data_dir=tmp_path,
        database_url=SecretStr(database_urls.app),
        migration_database_url=SecretStr(database_urls.owner),
        sealing_keys=SecretStr(made["sealing_keys"]),
        index_key=SecretStr(made["index_key"]),
        audit_keys=SecretStr(made["audit_keys"]),
        demo_data=False,
        requests_per_minute=10_000,
    )


@pytest.fixture
async def engine(database_urls: DatabaseUrls) -> AsyncIterator[AsyncEngine]:
    """Connections as the app role, which row-level security binds."""
    engine = make_engine(database_urls.app, pool_size=5)
    yield engine
    await engine.dispose()


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still, so that a test can move it on."""
    return FixedClock(datetime(2026, 2, 3, 12, tzinfo=UTC))


@pytest.fixture
def house(settings: Settings, engine: AsyncEngine, clock: FixedClock) -> House:
    """The house on the worker's database, with a clock that stands still."""
    return furnished(settings, engine, clock=clock)


def _server_url(config: pytest.Config) -> str:
    if _SERVER not in config.stash:
        config.stash[_SERVER] = start_test_server()
    return config.stash[_SERVER].url


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[App]:
    """The whole application in this process, on the worker's database."""
    async with running(settings) as opened:
        yield opened


@pytest.fixture
def somebody(app: App) -> Somebody:
    """A person with an empty browser."""
    return app.somebody()


@pytest.fixture
def nobody_works_here(database_urls: DatabaseUrls) -> None:
    """For a list of all who do: what earlier tests left is sealed with keys of theirs."""
    with psycopg.connect(libpq_url(database_urls.owner), autocommit=True) as connection:
        tables = "role_grant, staff_member, assignment, emergency_access, interpreter_step, review, review_event"
        connection.execute(f"truncate {tables}".encode())


@pytest.fixture
def own_database(superuser_url: str) -> DatabaseUrls:
    """A migrated database in which nobody has been."""
    return copy_of_the_template(superuser_url, f"test_{new_id().hex}")


@pytest.fixture
async def own_house(settings: Settings, own_database: DatabaseUrls, clock: FixedClock) -> AsyncIterator[House]:
    """A house on a database of its own: nobody else writes to its audit trail."""
    engine = make_engine(own_database.app, pool_size=5)
    yield furnished(settings, engine, clock=clock)
    await engine.dispose()
