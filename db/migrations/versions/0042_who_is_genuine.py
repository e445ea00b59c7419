"""Everybody of us who sees a customer has a code for them, and not only the preparer who holds a review."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table. The columns of reviews are not read any more; they go in a later release."""
    op.create_table(
        "genuine_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("code_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_genuine_code"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["account.id"], name="fk_genuine_code_customer_id_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["account.id"], name="fk_genuine_code_staff_id_account", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_genuine_code_pair", "genuine_code", ["customer_id", "staff_id"], unique=True)
    op.create_index("ix_genuine_code_staff_id", "genuine_code", ["staff_id"])
    op.create_index("ix_genuine_code_expires_at", "genuine_code", ["expires_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("genuine_code")
