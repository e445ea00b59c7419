"""Each member of a joint return is the taxpayer or the spouse of it; until now, who joined second is the spouse."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_JOINED_SECOND = """update return_member set is_spouse = true where exists (
  select 1 from return_member first where first.return_id = return_member.return_id and first.id < return_member.id)"""


def upgrade() -> None:
    """Add the column."""
    op.add_column("return_member", sa.Column("is_spouse", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(_JOINED_SECOND)


def downgrade() -> None:
    """Drop it: both are asked in the words of the taxpayer then."""
    op.drop_column("return_member", "is_spouse")
