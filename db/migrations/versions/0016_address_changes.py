"""Changes of the e-mail address, until nobody can confirm or undo them any more."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "address_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("new_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("old_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_address_change"),
        sa.UniqueConstraint("token_hash", name="uq_address_change_token_hash"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_address_change_account_id_account", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_address_change_account_id", "address_change", ["account_id"])
    op.create_index("ix_address_change_expires_at", "address_change", ["expires_at"])


def downgrade() -> None:
    """Drop it: links in letters lead nowhere then."""
    op.drop_table("address_change")
