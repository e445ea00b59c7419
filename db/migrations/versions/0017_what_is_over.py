"""Finding what is over, each night, without reading whole tables."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index the end of sessions and the age of letters."""
    op.create_index("ix_browser_session_expires_at", "browser_session", ["expires_at"])
    op.create_index("ix_outgoing_mail_created_at", "outgoing_mail", ["created_at"])


def downgrade() -> None:
    """Drop both."""
    op.drop_index("ix_outgoing_mail_created_at", "outgoing_mail")
    op.drop_index("ix_browser_session_expires_at", "browser_session")
