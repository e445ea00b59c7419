"""Accounts whose owner wants them deleted, with a way back."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "account_deletion",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_account_deletion"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_account_deletion_account_id_account", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("token_hash", name="uq_account_deletion_token_hash"),
    )
    op.create_index("ix_account_deletion_due_at", "account_deletion", ["due_at"])


def downgrade() -> None:
    """Drop it: those accounts stay."""
    op.drop_table("account_deletion")
