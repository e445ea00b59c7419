"""Seals over the audit trail, and whose data a record is about."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of the chain, and three columns to the records."""
    op.add_column("audit_record", sa.Column("about_account_id", sa.Uuid(), nullable=True))
    op.add_column("audit_record", sa.Column("as_role", sa.String(), nullable=True))
    op.add_column("audit_record", sa.Column("reason", sa.String(), nullable=True))
    op.create_index("ix_audit_record_about_account_id", "audit_record", ["about_account_id"])
    op.create_table(
        "audit_seal",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("last_id", sa.Uuid(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("key_name", sa.String(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_seal"),
    )
    op.create_table(
        "audit_sealed",
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("seal_number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", name="pk_audit_sealed"),
    )
    op.create_index("ix_audit_sealed_seal_number", "audit_sealed", ["seal_number"])
    op.create_table(
        "audit_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seals", sa.Integer(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("first_wrong", sa.BigInteger(), nullable=True),
        sa.Column("unsealed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_check"),
    )
    op.create_index("ix_audit_check_at", "audit_check", ["at"])


def downgrade() -> None:
    """Drop them."""
    for table in ("audit_check", "audit_sealed", "audit_seal"):
        op.drop_table(table)
    op.drop_index("ix_audit_record_about_account_id", "audit_record")
    for column in ("reason", "as_role", "about_account_id"):
        op.drop_column("audit_record", column)
