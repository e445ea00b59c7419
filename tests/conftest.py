"""What every test stands on: a clean environment, and a real PostgreSQL with a migrated database for each worker."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine
from services.clock import FixedClock
from services.house import House, furnished
from services.settings import NAMES, Settings, secrets
from tests.app import App, Somebody, running
from tests.database import DatabaseUrls, TestServer, copy_of_the_template, start_test_server

pytest_plugins = ["nicegui.testing.general_fixtures"]
_SERVER = pytest.StashKey[TestServer]()


def pytest_configure() -> None:
    """Keep what this shell says about a house out of the tests."""
    for name in list(os.environ):
        if name in NAMES or name.startswith("PG"):
            del os.environ[name]


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
