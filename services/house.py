"""The house: everything a page, an endpoint or a job needs, put together once by main.build."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from services.clock import Clock
from services.providers import Providers
from services.sealing import Keyring
from services.settings import Settings
from services.visitor import Visitor, kind_and_id

_open_transactions: ContextVar[int] = ContextVar("open_transactions", default=0)
_INTRODUCE = text("select set_config('app.kind', :kind, true), set_config('app.id', :id, true)")


class DbSession(AsyncSession):
    """A database session that knows whose house it is in, so that services find the clock and the keys."""

    house: "House"


@dataclass(frozen=True, slots=True)
class House:
    """What main.build put together. No module reads the environment; there is no global engine."""

    settings: Settings
    engine: AsyncEngine
    providers: Providers
    clock: Clock
    keyring: Keyring
    index_key: bytes

    @asynccontextmanager
    async def transaction(self, visitor: Visitor) -> AsyncIterator[DbSession]:
        """One visitor's action: everything it writes is kept, or nothing is. Row-level security knows the visitor."""
        async with DbSession(self.engine, expire_on_commit=False) as session, session.begin():
            session.house = self
            kind, identity = kind_and_id(visitor)
            await session.execute(_INTRODUCE, {"kind": kind, "id": identity})
            depth = _open_transactions.set(_open_transactions.get() + 1)
            try:
                yield session
            finally:
                _open_transactions.reset(depth)


def in_transaction() -> bool:
    """Whether this task holds an open transaction: then nothing outside the house may be called."""
    return _open_transactions.get() > 0
