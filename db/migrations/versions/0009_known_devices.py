"""The devices in which an account was used."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table. It is empty: the next sign-in on each device is told by letter."""
    op.create_table(
        "known_device",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_known_device"),
        sa.UniqueConstraint("account_id", "token_hash", name="uq_known_device_account_id_token_hash"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_known_device_account_id_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["browser_session.id"],
            name="fk_known_device_session_id_browser_session",
            ondelete="SET NULL",
        ),
    )
    op.create_index("ix_known_device_token_hash", "known_device", ["token_hash"])
    op.create_index("ix_known_device_session_id", "known_device", ["session_id"])


def downgrade() -> None:
    """Drop it: every device is new again."""
    op.drop_table("known_device")
