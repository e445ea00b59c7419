"""Reviews of returns by tax preparers, and the steps that are taken in them."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

_AT = sa.DateTime(timezone=True)
_OPEN = sa.text("ended_at is null")


def _key(table: str, column: str, to: str, ondelete: str, *, nullable: bool) -> "sa.Column[object]":
    key = sa.ForeignKey(f"{to}.id", name=f"fk_{table}_{column}_{to}", ondelete=ondelete)
    return sa.Column(column, sa.Uuid(), key, nullable=nullable)


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        _key("review", "return_id", "tax_return", "CASCADE", nullable=False),
        _key("review", "customer_id", "account", "CASCADE", nullable=False),
        sa.Column("tax_year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", _AT, nullable=False),
        sa.Column("changed_at", _AT, nullable=False),
        sa.Column("ended_at", _AT, nullable=True),
        _key("review", "preparer_id", "account", "SET NULL", nullable=True),
        _key("review", "assignment_id", "assignment", "SET NULL", nullable=True),
        sa.Column("code_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("code_ends_at", _AT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
    )
    op.create_index("ix_review_open", "review", ["return_id"], unique=True, postgresql_where=_OPEN)
    op.create_index("ix_review_waiting", "review", ["asked_at"], postgresql_where=_OPEN)
    for column in ("return_id", "customer_id", "preparer_id"):
        op.create_index(f"ix_review_{column}", "review", [column])
    op.create_table(
        "review_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        _key("review_event", "review_id", "review", "CASCADE", nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        _key("review_event", "actor_id", "account", "SET NULL", nullable=True),
        sa.Column("happened_at", _AT, nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("line_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("law", sa.String(), nullable=True),
        sa.Column("outcome_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_review_event"),
    )
    op.create_index("ix_review_event_review_id", "review_event", ["review_id"])


def downgrade() -> None:
    """Drop both."""
    op.drop_table("review_event")
    op.drop_table("review")
