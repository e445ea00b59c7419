"""People whom partners registered, until they take it over."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "partner_client",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=False),
        sa.Column("registration_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("needs_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_partner_client"),
        sa.UniqueConstraint("partner", "email_index", name="uq_partner_client_partner_email_index"),
        sa.UniqueConstraint("token_hash", name="uq_partner_client_token_hash"),
    )
    for column in ("email_index", "expires_at"):
        op.create_index(f"ix_partner_client_{column}", "partner_client", [column])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("partner_client")
