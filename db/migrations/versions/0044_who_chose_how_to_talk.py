"""An account knows whether its owner chose how to talk: what a partner told does not lose to what nobody chose."""

# pylint: disable=invalid-name  # Alembic wants these names, and a number first
import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column. Of who has text alone, nobody knows whether they chose it; any other way was chosen."""
    op.add_column("preference", sa.Column("talk_chosen", sa.String(), server_default="off", nullable=False))
    op.execute("update preference set talk_chosen = 'on' where talk <> 'Text_Only'")


def downgrade() -> None:
    """Drop it."""
    op.drop_column("preference", "talk_chosen")
