"""People mark what they filed: a snapshot of their return that stays as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "filed_return",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("return_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("law", sa.String(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("snapshot_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_filed_return"),
        sa.ForeignKeyConstraint(
            ["return_id"], ["tax_return.id"], name="fk_filed_return_return_id_tax_return", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_filed_return_account_id_account", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_filed_return_return_id", "filed_return", ["return_id"])


def downgrade() -> None:
    """Drop it: what was filed is not known any more."""
    op.drop_table("filed_return")
