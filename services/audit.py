"""The audit trail. A record holds ids and codes, never personal text; the app can add to it and not read it."""

from uuid import UUID

from db.tables.audit import AuditRecord
from services.house import DbSession
from services.visitor import Visitor, kind_and_id


def record(
    session: DbSession, visitor: Visitor, act: str, *, subject_table: str, subject_id: UUID | None = None
) -> None:
    """Write down that the visitor did `act` to a row, in the same transaction as the act itself."""
    kind, identity = kind_and_id(visitor)
    session.add(
        AuditRecord(
            at=session.house.clock.now(),
            actor_kind=kind,
            actor_id=identity,
            act=act,
            subject_table=subject_table,
            subject_id=subject_id,
        )
    )
