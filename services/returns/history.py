"""The history of a return: every change of an answer, sealed, and which of them somebody else made."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.returns import ReturnChange, TaxReturn
from db.types import new_id
from services.house import DbSession
from services.returns.answers.turning import turned_change
from services.returns.joint.who import fellow_names
from services.sealing import open_sealed, seal
from services.trust import keeping
from services.visitor import Person, Visitor

LATEST_CHANGES = 10
_TABLE, _COLUMN = "return_change", "change_sealed"


@dataclass(frozen=True, slots=True)
class ChangeByOther:
    """An answer that somebody else has changed: who that was in words, empty when we know it no more.

    `revision` is the one of the return that it led to.
    """

    path: str
    who: str
    at: datetime
    revision: int


def add(session: DbSession, visitor: Visitor, row: TaxReturn, change: dict[str, str]) -> None:
    """Remember what led to the revision that this return has now: `path`, and the answer `before` and `after`."""
    change_id = new_id()
    sealed = seal(session.house.keyring, json.dumps(change), table=_TABLE, column=_COLUMN, row_id=change_id)
    session.add(
        ReturnChange(
            id=change_id,
            return_id=row.id,
            revision=row.revision,
            change_sealed=sealed,
            account_id=visitor.person_id if isinstance(visitor, Person) else None,
            changed_at=row.changed_at,
        )
    )


def opened(session: DbSession, change: ReturnChange, *, as_spouse: bool) -> dict[str, str]:
    """What was changed, in the words of the taxpayer or of the spouse."""
    content = open_sealed(session.house.keyring, change.change_sealed, table=_TABLE, column=_COLUMN, row_id=change.id)
    told: dict[str, str] = json.loads(content)
    return turned_change(told) if as_spouse else told


async def change_at(session: DbSession, return_id: UUID, revision: int, *, as_spouse: bool) -> dict[str, str]:
    """The change that led to this revision: `path`, and the answer `before` and `after` as texts; empty if none did.

    Of returns that row-level security shows to who asks, in the words of the taxpayer or of the spouse.
    """
    query = select(ReturnChange).where(ReturnChange.return_id == return_id, ReturnChange.revision == revision)
    change = (await session.exec(query)).first()
    return opened(session, change, as_spouse=as_spouse) if change else {}


async def by_others(
    session: DbSession, visitor: Visitor, row: TaxReturn, *, as_spouse: bool
) -> tuple[ChangeByOther, ...]:
    """The latest changes of a person's return that were made from another account, the newest first."""
    if not isinstance(visitor, Person):
        return ()
    query = select(ReturnChange).where(ReturnChange.return_id == row.id, ReturnChange.account_id != visitor.person_id)
    changes = list(await session.exec(query.order_by(col(ReturnChange.revision).desc()).limit(LATEST_CHANGES)))
    known = await known_others(session, visitor, row) if changes else {}
    who = [known.get(each.account_id, "") if each.account_id else "" for each in changes]
    paths = [opened(session, each, as_spouse=as_spouse)["path"] for each in changes]
    return tuple(
        ChangeByOther(path, name, each.changed_at, each.revision)
        for path, name, each in zip(paths, who, changes, strict=True)
    )


async def known_others(session: DbSession, person: Person, row: TaxReturn) -> dict[UUID, str]:
    """Who else may change a return: trusted persons by their address, and the other one of a joint return by name."""
    return await fellow_names(session, row.id) | await keeping.addresses_of_trusted(session, person)
