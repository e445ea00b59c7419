"""Messages to us know the account of the address that they give: so they come into its copy, and go with it."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the keyed hash of the address. A nightly job fills it for messages of the previous release."""
    op.add_column("feedback", sa.Column("address_index", sa.LargeBinary(), nullable=True))
    op.create_index("ix_feedback_address_index", "feedback", ["address_index"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_feedback_address_index", "feedback")
    op.drop_column("feedback", "address_index")
