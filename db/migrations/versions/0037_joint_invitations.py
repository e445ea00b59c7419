"""Two people share a joint return: one invites the other by letter."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of invitations."""
    op.create_table(
        "joint_invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("return_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("invited_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("invited_index", sa.LargeBinary(), nullable=False),
        sa.Column("signed_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_joint_invitation"),
        sa.ForeignKeyConstraint(
            ["return_id"], ["tax_return.id"], name="fk_joint_invitation_return_id_tax_return", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_joint_invitation_account_id_account", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("token_hash", name="uq_joint_invitation_token_hash"),
    )
    op.create_index("ix_joint_invitation_return_id", "joint_invitation", ["return_id"])
    op.create_index("ix_joint_invitation_account_id", "joint_invitation", ["account_id"])
    op.create_index("ix_joint_invitation_expires_at", "joint_invitation", ["expires_at"])


def downgrade() -> None:
    """Drop it. Those who are members by now stay members."""
    op.drop_table("joint_invitation")
