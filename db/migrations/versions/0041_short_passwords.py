"""An account knows whether its password is too short to stand alone: then its last second step is not taken away."""

# pylint: disable=invalid-name  # Alembic wants these names, and a number first
import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column. No account without an app has a short password yet; for those with one, turning it off asks."""
    op.add_column(
        "account", sa.Column("password_needs_second_step", sa.Boolean(), server_default="false", nullable=False)
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_column("account", "password_needs_second_step")
