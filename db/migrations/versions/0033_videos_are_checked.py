"""Videos are looked at by the virus check, as documents are."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Those of the previous release wait for the check, too: a job finds them within a minute."""
    op.add_column("feedback_video", sa.Column("status", sa.String(), nullable=False, server_default="waiting"))
    op.create_index("ix_feedback_video_status", "feedback_video", ["status"])


def downgrade() -> None:
    """Forget what was checked."""
    op.drop_index("ix_feedback_video_status", "feedback_video")
    op.drop_column("feedback_video", "status")
