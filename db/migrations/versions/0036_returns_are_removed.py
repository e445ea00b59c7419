"""The answers of one year can be removed, and put back for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add when a return was removed; no return is, so far."""
    op.add_column("tax_return", sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_tax_return_removed_at", "tax_return", ["removed_at"])


def downgrade() -> None:
    """Delete what was removed, as its member wanted, and drop the column."""
    op.execute("delete from tax_return where removed_at is not null")
    op.drop_index("ix_tax_return_removed_at", "tax_return")
    op.drop_column("tax_return", "removed_at")
