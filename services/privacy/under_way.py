"""Whether an account is to be deleted, and whether a law makes us keep it: every way in and every page asks here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import func, select

from db.tables.customers.privacy import AccountDeletion
from services.house import DbSession
from services.words import day_of, moment, sentence


@dataclass(frozen=True, slots=True)
class Leaves:
    """An account is deleted at `due_at`; while it is `held` by a law, not before that has ended."""

    due_at: datetime
    held: bool

    def is_over(self, now: datetime) -> bool:
        """Whether nothing brings the account back any more."""
        return self.due_at <= now and not self.held

    def told(self, code: str) -> str:
        """The sentence that says so: the one of this code, or of `code_held`, with the `day` and the moment `until`."""
        code = f"{code}_held" if self.held else code
        return sentence(code, day=day_of(self.due_at), until=moment(self.due_at))


async def leaves(session: DbSession, account_id: UUID) -> Leaves | None:
    """When this account is deleted; None when nobody asked for that."""
    row = await session.get(AccountDeletion, account_id)
    return Leaves(row.due_at, await is_held(session, account_id)) if row else None


async def is_held(session: DbSession, account_id: UUID) -> bool:
    """Whether the law makes us keep this account now. For its owner, and for the tasks that let people in."""
    return bool((await session.exec(select(func.app_is_held(account_id)))).one())
