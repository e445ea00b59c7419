"""Files that come in parts."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "document_upload",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("file_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key_name", sa.String(), nullable=False),
        sa.Column("parts_received", sa.Integer(), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document_upload"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["account.id"], name=f"fk_document_upload_{column}_account", ondelete="CASCADE"
            )
            for column in ("account_id", "customer_id")
        ),
    )
    for column in ("account_id", "customer_id", "expires_at"):
        op.create_index(f"ix_document_upload_{column}", "document_upload", [column])


def downgrade() -> None:
    """Drop it: what was on its way begins again."""
    op.drop_table("document_upload")
