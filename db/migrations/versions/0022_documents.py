"""Documents of customers, and the pictures of their pages."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("tax_year", sa.Integer(), nullable=True),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("refusal", sa.String(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_document_account_id_account", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_document_account_id", "document", ["account_id"])
    op.create_index("ix_document_removed_at", "document", ["removed_at"])
    op.create_table(
        "document_page",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_document_page"),
        sa.UniqueConstraint("document_id", "number", name="uq_document_page_document_id_number"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_document_page_document_id_document", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop them: the documents are gone, and their files wait for the job that clears the store."""
    op.drop_table("document_page")
    op.drop_table("document")
