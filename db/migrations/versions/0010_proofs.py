"""When the person of a session showed last that the account is theirs, and whether by two factors."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both. Sessions that are open already have shown nothing lately."""
    op.add_column("browser_session", sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("browser_session", sa.Column("two_factors", sa.Boolean(), nullable=False, server_default="false"))


def downgrade() -> None:
    """Drop them."""
    for name in ("two_factors", "proved_at"):
        op.drop_column("browser_session", name)
