"""Bringing a database up to date: the migrations, then who may touch what, in one transaction."""

from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from psycopg import Connection as PsycopgConnection
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

from db.cannot_start import CannotStart
from db.engine import sqlalchemy_url

_HERE = Path(__file__).parent
_SECURITY = _HERE / "security"
_ONE_AT_A_TIME = 7_283_641_500_127  # any number will do, as long as nothing else locks it
_TABLES_OF_OTHERS = ("procrastinate_", "alembic_version")  # made by a migration, described by no class of ours


class NewerDatabase(CannotStart):
    """A newer release has migrated this database. The release right before that one works with it as it is."""


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether db/tables describes this table."""
    return kind != "table" or not (name or "").startswith(_TABLES_OF_OTHERS)


COMPARISON: dict[str, Any] = {"include_name": is_ours, "compare_server_default": True}


def upgrade(owner_url: str) -> list[str]:
    """Apply every missing migration and all of db/security: all is kept, or nothing is. Raises CannotStart.

    Gives back the numbers of those that were missing, in order.
    """
    engine = create_engine(sqlalchemy_url(owner_url), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            connection.execute(text("set local lock_timeout = '15s'"))  # better to fail than to hold up everybody
            connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
            before = MigrationContext.configure(connection).get_current_heads()
            command.upgrade(alembic_config(connection), "head")
            _apply_security(connection)
    except OperationalError as error:
        raise CannotStart(f"The database can't be migrated now: {error.orig}") from None
    except CommandError as error:  # the database is ahead of this release
        raise NewerDatabase(f"The database can't be migrated by this release: {error}") from None
    return _since(before)


def write_migration(owner_url: str, name: str) -> None:
    """Write the next numbered migration: the difference between db/tables and a database that is up to date."""
    engine = create_engine(sqlalchemy_url(owner_url), poolclass=NullPool)
    with engine.connect() as connection:
        number = f"{len(list((_HERE / 'migrations/versions').glob('*.py'))) + 1:04}"
        command.revision(alembic_config(connection), name, autogenerate=True, rev_id=number)


def is_current(connection: Connection) -> bool:
    """Whether every migration of this release has been applied.

    A number that this release does not know was added by a newer one, which leaves the older one working.
    """
    applied = set(MigrationContext.configure(connection).get_current_heads())
    return bool(applied) and not applied & _superseded()


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings. Migrations run on the connection that is given."""
    config = Config()
    config.set_main_option("script_location", str(_HERE / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _since(applied: tuple[str, ...]) -> list[str]:
    """The migrations of this release that follow those, first to last."""
    scripts = ScriptDirectory.from_config(alembic_config())
    return [script.revision for script in scripts.iterate_revisions("heads", applied or "base")][::-1]


@cache
def _superseded() -> set[str]:
    """Every migration of this release that a later one follows."""
    scripts = ScriptDirectory.from_config(alembic_config())
    return {script.revision for script in scripts.walk_revisions()} - set(scripts.get_heads())


def _apply_security(connection: Connection) -> None:
    """Through psycopg itself: it takes many statements at once, and no colon or percent sign means anything to it."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, PsycopgConnection):
        raise TypeError("Migrations run through psycopg.")
    for file in sorted(_SECURITY.glob("*.sql")):
        driver.execute(file.read_bytes())
