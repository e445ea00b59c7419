"""Connections to PostgreSQL: addresses in the three forms that libraries want, and the pool."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.comments import comment_statements
from db.liveness import replace_closed_connections

_CONNECT_SECONDS = 5
_WHEN_THE_LINE_IS_CUT = {
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
}
"""Milliseconds, seconds, seconds and probes: a server that can't be reached any more is given up in 20 seconds."""
# A request that waits longer than this is broken; a transaction that idles holds locks that others need.
_SESSION = {
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
}


def sqlalchemy_url(address: str) -> URL:
    """The address for SQLAlchemy: `postgresql://` and `postgres://` mean psycopg 3."""
    return make_url(address).set(drivername="postgresql+psycopg")


def libpq_url(address: str) -> str:
    """The address for psycopg, pg_dump and procrastinate."""
    return make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)


def make_engine(
    address: str,
    *,
    pool_size: int = 10,
    max_overflow: int = 10,
    pool_timeout_seconds: float = 5,
    behind_pgbouncer: bool = False,
) -> AsyncEngine:
    """A pool of connections that are looked at before use, wait for nothing for ever, and speak UTC."""
    engine = create_async_engine(
        sqlalchemy_url(address),
        pool_size=pool_size,
        max_overflow=max_overflow,
        pool_timeout=pool_timeout_seconds,
        pool_recycle=1800,
        hide_parameters=True,  # an error is logged with its statement; what people typed stays out of it
        connect_args={
            "connect_timeout": _CONNECT_SECONDS,
            **_WHEN_THE_LINE_IS_CUT,
            "application_name": "mbtq",
            **(_through_pgbouncer() if behind_pgbouncer else _straight()),
        },
    )
    comment_statements(engine, each=behind_pgbouncer)
    replace_closed_connections(engine)
    return engine


def _straight() -> dict[str, str]:
    return {"options": " ".join(f"-c {name}={value}" for name, value in _SESSION.items())}


def _through_pgbouncer() -> dict[str, None]:
    """PgBouncer passes no options on (set them on the role) and keeps no prepared statement in transaction mode."""
    return {"prepare_threshold": None}
