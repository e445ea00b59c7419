"""The keys that find sealed values again can be changed: nothing is lost meanwhile."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add hashes by other keys, and who somebody is at an organisation, sealed. The previous release fills neither."""
    others = postgresql.ARRAY(sa.LargeBinary())
    op.add_column("account", sa.Column("email_index_others", others, server_default="{}", nullable=False))
    op.create_index("ix_account_email_index_others", "account", ["email_index_others"], postgresql_using="gin")
    op.add_column("organisation_link", sa.Column("subject_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("organisation_link", "subject_sealed")
    op.drop_index("ix_account_email_index_others", "account")
    op.drop_column("account", "email_index_others")
