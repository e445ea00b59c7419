"""A preparer who opens a review again is told what the customer changed since they looked."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

_FOUND = """
update review_event taken set revision = (
  select coalesce(max(change.revision), 1) from review
    left join return_change change on change.return_id = review.return_id and change.changed_at <= taken.happened_at
   where review.id = taken.review_id)
where taken.step = 'taken'
"""


def upgrade() -> None:
    """Add what was looked at last, and say of each review which answers were found when it was taken."""
    op.add_column("review", sa.Column("looked_revision", sa.Integer(), nullable=True))
    op.add_column("review", sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(_FOUND)


def downgrade() -> None:
    """Drop it all."""
    op.execute("update review_event set revision = null where step = 'taken'")
    op.drop_column("review", "looked_at")
    op.drop_column("review", "looked_revision")
