"""What people call the device of a session."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both names. They are empty until the session is used again, and for what the previous release inserts."""
    for name in ("browser", "system"):
        op.add_column("browser_session", sa.Column(name, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them."""
    for name in ("system", "browser"):
        op.drop_column("browser_session", name)
