"""A limit of its own for a partner's key."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the limit; without one a key has that of the settings."""
    op.add_column("partner_key", sa.Column("requests_per_minute", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Drop it: every key then has the limit of the settings."""
    op.drop_column("partner_key", "requests_per_minute")
