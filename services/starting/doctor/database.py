"""The database: there, as the right role, up to date, guarded row by row, and with the right time."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting.doctor.finding import Finding, ok, wrong
from services.starting.opening import visit_database

MOST_SECONDS_APART = 5
_WHO = text("select current_setting('server_version'), current_user")
_UNGUARDED = text("""
    select relname from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity
      and relname not like 'procrastinate%' and relname <> 'alembic_version'
    order by relname
""")


async def database(settings: Settings) -> AsyncIterator[Finding]:
    """Open it as the app does, which refuses a wrong role, an old server and a missing migration; then ask it more.

    Our own embedded one is started for this if the app does not run.
    """
    try:
        async with visit_database(settings) as engine, engine.connect() as connection:
            version, role = (await connection.execute(_WHO)).one()
            yield ok("database", version=version, role=role)
            yield await guarded(connection)
            told = await connection.scalar(text("select clock_timestamp()"))
            yield clock(told, datetime.now(UTC))
    except CannotStart as reason:
        yield wrong("database", reason=reason)


async def guarded(connection: AsyncConnection) -> Finding:
    """Whether row-level security is on for every table with data of people.

    It is not on those of the job queue, whose arguments are ids, nor on the one that holds the number of a migration.
    """
    open_tables = (await connection.scalars(_UNGUARDED)).all()
    return wrong("rows", tables=", ".join(open_tables)) if open_tables else ok("rows")


def clock(told: datetime, here: datetime) -> Finding:
    """Whether this machine and the database mean the same moment: sessions and jobs end by it."""
    seconds = round(abs((told - here).total_seconds()), 1)
    return wrong("clock", seconds=seconds) if seconds > MOST_SECONDS_APART else ok("clock")
