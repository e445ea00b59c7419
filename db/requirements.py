"""What a database must be before the house opens on it: there, new enough, and careful with the app's role."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.cannot_start import CannotStart

OLDEST_VERSION = 16
_ASK = text("""
    select current_user::text as role,
           current_setting('server_version_num')::int / 10000 as version,
           exists (select from pg_roles
                   where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')) as passes_security,
           exists (select from pg_shdepend
                   where refclassid = 'pg_authid'::regclass and deptype = 'o'
                     and pg_has_role(current_user, refobjid, 'member')
                     and (dbid = here.oid or (classid = 'pg_database'::regclass and objid = here.oid))
           ) as owns_something
    from pg_database here where datname = current_database()
    """)


@dataclass(frozen=True, slots=True)
class Found:
    """What the database says of itself and of the role that we connect as."""

    role: str
    version: int
    passes_security: bool
    owns_something: bool


async def check_database(engine: AsyncEngine) -> None:
    """Ask the database what it is. Raises CannotStart with the first reason not to open on it."""
    try:
        async with engine.connect() as connection:
            found = Found(**(await connection.execute(_ASK)).mappings().one())
    except (DBAPIError, OSError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise CannotStart(f"The database at {_whereabouts(engine)} can't be reached: {cause}") from None
    if reason := refusal(found):
        raise CannotStart(reason)


def refusal(found: Found) -> str | None:
    """Why the house does not open on such a database; None if it does."""
    if found.version < OLDEST_VERSION:
        return f"PostgreSQL {found.version} is too old: this app needs {OLDEST_VERSION} or newer."
    if found.passes_security:
        return f"The role {found.role} has too many rights: it passes row-level security. Connect as the app role."
    if found.owns_something:
        return f"The role {found.role} has too many rights: it owns parts of the database. Connect as the app role."
    return None


def _whereabouts(engine: AsyncEngine) -> str:
    url = engine.url
    return f"{url.host or url.query.get('host') or 'localhost'}:{url.port or 5432}/{url.database}"
