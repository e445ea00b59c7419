"""Customers are found by name, state, day and how far their return is."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what people tell of themselves, and add when a return was finished. The previous release fills neither."""
    op.create_table(
        "customer_profile",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("residence", sa.String(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["account.id"], name="fk_customer_profile_id_account", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_customer_profile"),
    )
    op.create_table(
        "name_word",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("word_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("word_index", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_name_word_account_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_name_word"),
    )
    for column in ("account_id", "word_index"):
        op.create_index(f"ix_name_word_{column}", "name_word", [column])
    op.add_column("tax_return", sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_tax_return_tax_year", "tax_return", ["tax_year"])
    op.create_index("ix_account_created_at", "account", ["created_at", "id"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_account_created_at", "account")
    op.drop_index("ix_tax_return_tax_year", "tax_return")
    op.drop_column("tax_return", "finished_at")
    op.drop_table("name_word")
    op.drop_table("customer_profile")
