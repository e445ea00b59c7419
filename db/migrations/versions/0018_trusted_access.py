"""Trusted persons from outside, who may see or do named things for a customer for a limited time."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "trusted_access",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("trusted_id", sa.Uuid(), nullable=True),
        sa.Column("helper", sa.String(), nullable=False),
        sa.Column("rights", sa.ARRAY(sa.String()), nullable=False),
        sa.Column("invited_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("invited_index", sa.LargeBinary(), nullable=False),
        sa.Column("signed_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(accepted_at is null) = (trusted_id is null)", name="ck_trusted_access_accepted_by_somebody"
        ),
        sa.CheckConstraint("trusted_id <> account_id", name="ck_trusted_access_somebody_else"),
        sa.CheckConstraint("expires_at <= invited_at + interval '90 days'", name="ck_trusted_access_at_most_90_days"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_trusted_access_account_id_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["trusted_id"], ["account.id"], name="fk_trusted_access_trusted_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_trusted_access"),
        sa.UniqueConstraint("token_hash", name="uq_trusted_access_token_hash"),
    )
    for column in ("account_id", "trusted_id", "expires_at"):
        op.create_index(f"ix_trusted_access_{column}", "trusted_access", [column])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("trusted_access")
