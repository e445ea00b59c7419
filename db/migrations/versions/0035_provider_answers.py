"""How outside services answered when they were last asked."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table: one row for each service that is set up."""
    op.create_table(
        "provider_answer",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("silent_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("took_ms", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_provider_answer"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("provider_answer")
