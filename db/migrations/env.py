"""How Alembic reaches the database: on the connection that db/migrate.py opened, inside its transaction."""

from alembic import context

from db.migrate import COMPARISON
from db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    **COMPARISON,
)
with context.begin_transaction():
    context.run_migrations()
