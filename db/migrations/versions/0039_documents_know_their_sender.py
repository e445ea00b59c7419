"""A document knows which trusted person sent it: they read what we did not take, and its owner reads who it was."""

# pylint: disable=invalid-name  # Alembic wants these names, and a number first
import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty for what the owner sent and for all that came before."""
    op.add_column("document", sa.Column("sent_by", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        "fk_document_sent_by_account", "document", "account", ["sent_by"], ["id"], ondelete="SET NULL"
    )
    op.create_index("ix_document_sent_by", "document", ["sent_by"])


def downgrade() -> None:
    """Drop it: who sent a document is not known any more."""
    op.drop_column("document", "sent_by")
