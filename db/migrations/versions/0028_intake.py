"""What we ask at the beginning: how to reach somebody, interpreters, and what may help."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    for name in ("communication_profile", "needs_assessment"):
        op.create_table(
            name,
            *_owned(name),
            sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
            sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
            sa.UniqueConstraint("account_id", name=f"uq_{name}_account_id"),
            sa.UniqueConstraint("session_id", name=f"uq_{name}_session_id"),
        )
    op.create_table(
        "interpreter_step",
        *_owned("interpreter_step"),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["account.id"], name="fk_interpreter_step_decided_by_account", ondelete="SET NULL"
        ),
    )
    for column in ("account_id", "session_id"):
        op.create_index(f"ix_interpreter_step_{column}", "interpreter_step", [column])


def _owned(name: str) -> list[sa.schema.SchemaItem]:
    """The columns that say whose row it is."""
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.CheckConstraint("num_nonnulls(account_id, session_id) = 1", name=f"ck_{name}_one_owner"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=f"fk_{name}_account_id_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["browser_session.id"], name=f"fk_{name}_session_id_browser_session", ondelete="CASCADE"
        ),
    ]


def downgrade() -> None:
    """Drop them."""
    for name in ("interpreter_step", "needs_assessment", "communication_profile"):
        op.drop_table(name)
