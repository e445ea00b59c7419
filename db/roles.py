"""The two roles of the house: the owner, who migrates, and the app, which row-level security binds.

Neither is a superuser, so that the embedded server behaves like a hosted one. Roles belong to the whole server.
"""

from psycopg import Connection
from psycopg.sql import SQL, Identifier

OWNER_ROLE = "mbtq_owner"
APP_ROLE = "mbtq_app"
DATABASE = "mbtq"
_MODEST = SQL("login nosuperuser nobypassrls nocreatedb nocreaterole noreplication")


def ensure_roles(connection: Connection) -> None:
    """Create the owner and the app role if they are missing, and take back every right they should not have."""
    for role in (OWNER_ROLE, APP_ROLE):
        known = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
        change = SQL("alter role {} with {}") if known else SQL("create role {} with {}")
        connection.execute(change.format(Identifier(role), _MODEST))


def ensure_database(connection: Connection, name: str = DATABASE, *, template: str = "template0") -> None:
    """Create the owner's database, as a copy of the template, if it is missing. The connection must be autocommit."""
    if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        return
    create = SQL("create database {} with owner {} template {}")
    connection.execute(create.format(Identifier(name), Identifier(OWNER_ROLE), Identifier(template)))
    connection.execute(SQL("revoke all on database {} from public").format(Identifier(name)))
    connection.execute(SQL("grant connect on database {} to {}").format(Identifier(name), Identifier(APP_ROLE)))
