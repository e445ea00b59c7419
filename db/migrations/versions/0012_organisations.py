"""Accounts that are opened by signing in at an organisation; they may have no password."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables. The previous release takes an account without a password for one whose password is wrong."""
    op.alter_column("account", "password_hash", nullable=True)
    op.create_table(
        "organisation_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject_index", sa.LargeBinary(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_organisation_link_account_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_link"),
        sa.UniqueConstraint("subject_index", name="uq_organisation_link_subject_index"),
    )
    op.create_index("ix_organisation_link_account_id", "organisation_link", ["account_id"], unique=False)
    op.create_table(
        "organisation_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_step"),
        sa.UniqueConstraint("token_hash", name="uq_organisation_step_token_hash"),
    )
    op.create_index("ix_organisation_step_expires_at", "organisation_step", ["expires_at"], unique=False)


def downgrade() -> None:
    """Drop them. Refused by the database while an account has no password."""
    op.drop_table("organisation_step")
    op.drop_table("organisation_link")
    op.alter_column("account", "password_hash", nullable=False)
