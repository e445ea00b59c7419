"""Getting back in to an account after every way in was lost."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "recovery_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_recovery_request"),
        sa.UniqueConstraint("token_hash", name="uq_recovery_request_token_hash"),
        sa.ForeignKeyConstraint(["id"], ["feedback.id"], name="fk_recovery_request_id_feedback", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_recovery_request_account_id_account", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_recovery_request_email_index", "recovery_request", ["email_index"])
    op.create_index("ix_recovery_request_account_id", "recovery_request", ["account_id"])
    op.create_table(
        "recovery_verdict",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("compared_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recovery_verdict"),
        sa.UniqueConstraint("request_id", "account_id", name="uq_recovery_verdict_request_id_account_id"),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["recovery_request.id"],
            name="fk_recovery_verdict_request_id_recovery_request",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_recovery_verdict_account_id_account", ondelete="SET NULL"
        ),
    )


def downgrade() -> None:
    """Drop both: the messages stay, and the links in letters lead nowhere."""
    op.drop_table("recovery_verdict")
    op.drop_table("recovery_request")
