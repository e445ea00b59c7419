"""How Alembic reaches the database: on the connection that db/migrate.py opened, inside its transaction."""

from alembic import context

from db.tables import metadata

# Their tables are their own: made by a migration, described by no class of ours.
_NOT_OURS = ("procrastinate_", "alembic_version")


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is described in db/tables."""
    return kind != "table" or not (name or "").startswith(_NOT_OURS)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=is_ours,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
