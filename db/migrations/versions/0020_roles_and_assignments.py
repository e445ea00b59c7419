"""Roles that are granted and reviewed, assignments to customers, and access in an emergency."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_NOT_ENDED = sa.text("ended_at is null")
_COPY = """
insert into role_grant (id, account_id, role, granted_at, confirmed_at)
select gen_random_uuid(), id, role, now(), now() from account where role <> 'customer'
"""


def upgrade() -> None:
    """Create the four tables, and copy the roles that accounts have. The previous release goes on reading those."""
    op.create_table(
        "staff_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        _account("staff_member", "id", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_member"),
    )
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        _instant("granted_at"),
        sa.Column("granted_by", sa.Uuid(), nullable=True),
        _instant("last_used_at", nullable=True),
        _instant("confirmed_at"),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        *_ended(),
        _account("role_grant", "account_id", "CASCADE"),
        *(_account("role_grant", f"{done}_by", "SET NULL") for done in ("granted", "confirmed", "ended")),
        sa.PrimaryKeyConstraint("id", name="pk_role_grant"),
    )
    op.create_index(
        "ix_role_grant_held", "role_grant", ["account_id", "role"], unique=True, postgresql_where=_NOT_ENDED
    )
    _create_assignment()
    _create_emergency_access()
    op.execute(_COPY)


def _create_assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        *_two_people("assignment"),
        sa.Column("role", sa.String(), nullable=False),
        _instant("begun_at"),
        sa.Column("begun_by", sa.Uuid(), nullable=True),
        *_ended(),
        *(_account("assignment", f"{done}_by", "SET NULL") for done in ("begun", "ended")),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    columns = ["customer_id", "staff_id", "role"]
    op.create_index("ix_assignment_open", "assignment", columns, unique=True, postgresql_where=_NOT_ENDED)
    op.create_index("ix_assignment_staff_id", "assignment", ["staff_id"], postgresql_where=_NOT_ENDED)


def _create_emergency_access() -> None:
    op.create_table(
        "emergency_access",
        sa.Column("id", sa.Uuid(), nullable=False),
        *_two_people("emergency_access"),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        _instant("begun_at"),
        _instant("expires_at"),
        _instant("reviewed_at", nullable=True),
        sa.Column("reviewed_by", sa.Uuid(), nullable=True),
        _account("emergency_access", "reviewed_by", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_emergency_access"),
    )
    for name in ("customer_id", "staff_id"):
        op.create_index(f"ix_emergency_access_{name}", "emergency_access", [name])


def downgrade() -> None:
    """Drop them: roles that were granted since are gone, and accounts have those of before again."""
    for table in ("emergency_access", "assignment", "role_grant", "staff_member"):
        op.drop_table(table)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _ended() -> tuple[sa.Column[datetime], sa.Column[UUID]]:
    return _instant("ended_at", nullable=True), sa.Column("ended_by", sa.Uuid(), nullable=True)


def _two_people(table: str) -> tuple[sa.Column[UUID] | sa.ForeignKeyConstraint, ...]:
    names = ("customer_id", "staff_id")
    columns = [sa.Column(name, sa.Uuid(), nullable=False) for name in names]
    return *columns, *(_account(table, name, "CASCADE") for name in names)


def _account(table: str, column: str, on_delete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["account.id"], name=f"fk_{table}_{column}_account", ondelete=on_delete)
