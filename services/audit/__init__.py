"""The audit trail. A record holds ids and codes, never personal text; nobody can change one, and seals show that.

docs/decisions/ says how it is sealed (services/audit/sealing.py) and checked (services/audit/checking.py).
"""

from collections.abc import Iterable
from uuid import UUID

from db.tables.audit import AuditRecord
from services.house import DbSession
from services.policy.rule import standing_of
from services.visitor import Person, Visitor, kind_and_id


def record(
    session: DbSession,
    visitor: Visitor,
    act: str,
    *,
    subject_table: str,
    subject_id: UUID | None = None,
    about: UUID | None = None,
    reason: str | None = None,
) -> None:
    """Write down that the visitor did `act` to a row, in the same transaction as the act itself.

    `about` is the account of the customer whose data it is: they read it on /account/who-looked, with the role of the
    visitor and the `reason`. It is known by itself where the row is an account.
    """
    kind, identity = kind_and_id(visitor)
    session.add(
        AuditRecord(
            at=session.house.clock.now(),
            actor_kind=kind,
            actor_id=identity,
            act=act,
            subject_table=subject_table,
            subject_id=subject_id,
            about_account_id=about or (subject_id if subject_table == "account" else None),
            as_role=standing_of(visitor).value if isinstance(visitor, Person) else None,
            reason=reason,
        )
    )


def record_each(session: DbSession, visitor: Visitor, act: str, *, about: Iterable[UUID]) -> None:
    """Write down that the visitor did `act` to each of these customers, who stood in one list: each reads it.

    All go to the database in one statement, at the next flush.
    """
    for account_id in dict.fromkeys(about):
        record(session, visitor, act, subject_table="account", subject_id=account_id)
