"""How a person notices an alert."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two switches. They are on for everybody, and for what the previous release still inserts."""
    for switch in ("vibration", "glow"):
        op.add_column("preference", sa.Column(switch, sa.String(), nullable=False, server_default="on"))


def downgrade() -> None:
    """Drop them: every alert then vibrates and glows again."""
    for switch in ("glow", "vibration"):
        op.drop_column("preference", switch)
