"""The house: everything a page, an endpoint or a job needs, put together once by main.build."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from db.comments import OPENING
from services.clock import Clock, SystemClock
from services.partners.known_keys import KnownKeys
from services.providers import Providers, providers_for
from services.sealing import Keyring
from services.sealing.index_keys import IndexKeys
from services.sealing.signing import SigningKeys
from services.sealing.sources import source_of
from services.settings import Settings
from services.sharing import Shared, shared_for
from services.storage import SealedFiles, files_for
from services.visitor import Visitor, kind_and_id, session_of
from services.vitals.record import Record

_open_transactions: ContextVar[int] = ContextVar("open_transactions", default=0)
_INTRODUCE = text(
    "select set_config('app.kind', :kind, true), set_config('app.id', :id, true), "
    "set_config('app.session', :session, true), set_config('app.now', :now, true)"
)
_OPEN_FOR = _INTRODUCE.execution_options(**OPENING)
_ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtextextended(:name, 0))")


class DbSession(AsyncSession):  # pylint: disable=abstract-method  # SQLAlchemy leaves one for its own use
    """A database session that knows whose house it is in, so that services find the clock and the keys."""

    house: "House"
    news: list[tuple[str, bytes]]

    def tell(self, channel: str, message: bytes) -> None:
        """Publish this in `house.shared` when the transaction was kept; after a rollback nobody hears of it."""
        self.news.append((channel, message))

    async def one_at_a_time(self, name: str) -> None:
        """Wait until no other transaction does what this name stands for; others wait until this one ends."""
        await (await self.connection()).execute(_ONE_AT_A_TIME, {"name": name})

    async def go_on_as(self, visitor: Visitor) -> None:
        """From here on this visitor acts, for row-level security too. What was written before is kept with the rest.

        What was read before is let go: `get` would hand it to the visitor without asking the database.
        """
        await self.flush()
        self.expunge_all()
        await (await self.connection()).execute(_INTRODUCE, _asker(self.house, visitor))


@dataclass(frozen=True, slots=True)
class House:
    """What main.build put together. No module reads the environment; there is no global engine."""

    settings: Settings
    engine: AsyncEngine
    providers: Providers
    clock: Clock
    keyring: Keyring
    index_keys: IndexKeys
    audit_keys: SigningKeys
    shared: Shared
    feedback_videos: SealedFiles
    documents: SealedFiles
    document_pages: SealedFiles
    vitals: Record = field(default_factory=Record)
    known_keys: KnownKeys = field(default_factory=KnownKeys)

    @asynccontextmanager
    async def transaction(self, visitor: Visitor) -> AsyncIterator[DbSession]:
        """One visitor's action: everything it writes is kept, or nothing is. Row-level security knows the visitor."""
        async with DbSession(self.engine, expire_on_commit=False) as session, session.begin():
            session.house, session.news = self, []
            await (await session.connection()).execute(_OPEN_FOR, _asker(self, visitor))
            depth = _open_transactions.set(_open_transactions.get() + 1)
            try:
                yield session
            finally:
                _open_transactions.reset(depth)
        for channel, message in session.news:
            await self.shared.publish(channel, message)


def furnished(
    settings: Settings, engine: AsyncEngine, *, providers: Providers | None = None, clock: Clock | None = None
) -> House:
    """A house with what its settings ask for; a test brings a clock or a provider of its own.

    CannotStart when its keys can't be had.
    """
    keys = source_of(settings).keys()
    return House(
        settings,
        engine,
        providers or providers_for(settings),
        clock or SystemClock(),
        keys.sealing,
        keys.index,
        keys.audit,
        shared_for(settings),
        feedback_videos=files_for(settings, keys.sealing, table="feedback_video"),
        documents=files_for(settings, keys.sealing, table="document"),
        document_pages=files_for(settings, keys.sealing, table="document_page", from_people=False),
    )


def _asker(house: House, visitor: Visitor) -> dict[str, str]:
    """What the database is told of who asks. Each name of it is set anew, so that nothing of who asked before stays."""
    kind, identity = kind_and_id(visitor)
    return {"kind": kind, "id": identity, "session": session_of(visitor), "now": house.clock.now().isoformat()}


def in_transaction() -> bool:
    """Whether this task holds an open transaction: then nothing outside the house may be called."""
    return _open_transactions.get() > 0
