"""Letters know to which account's address they went, so that a person can have a copy of them."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the keyed hash of the address. Letters of the previous release have none, and go after 30 days."""
    op.add_column("outgoing_mail", sa.Column("to_index", sa.LargeBinary(), nullable=True))
    op.create_index("ix_outgoing_mail_to_index", "outgoing_mail", ["to_index"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_outgoing_mail_to_index", "outgoing_mail")
    op.drop_column("outgoing_mail", "to_index")
