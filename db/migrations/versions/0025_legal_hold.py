"""Accounts that the law makes us keep."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_legal_hold"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_legal_hold_account_id_account", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_legal_hold_account_id", "legal_hold", ["account_id"])


def downgrade() -> None:
    """Drop it: what was held may be deleted."""
    op.drop_table("legal_hold")
