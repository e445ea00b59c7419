"""The outside services: which are in use, and whether those that are answer."""

from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

import httpx
from redis.asyncio import from_url
from redis.exceptions import RedisError

from services.providers.standing import State, providers
from services.settings import Settings
from services.starting.doctor.database import database
from services.starting.doctor.finding import Finding, Result, look, ok, wrong
from services.starting.doctor.letters import mail_of
from services.starting.doctor.organisations import organisations
from services.words import sentence

_PATIENCE_SECONDS = 5
Check = Callable[[Settings], AsyncIterator[Finding]]


async def outside(settings: Settings) -> AsyncIterator[Finding]:
    """Every provider of the app: what is built in or off as it is, what is live by asking it."""
    for each in providers(settings):
        if each.state is not State.LIVE:
            how = sentence(f"provider.{each.name}.{each.state}")
            result = Result.OK if settings.in_development or each.state is State.OFF else Result.LOOK
            yield Finding("provider", result, {"name": sentence(f"provider.{each.name}.name"), "how": how})
        check = CHECKS.get(each.name)
        if each.state is State.LIVE and check is None:
            yield look("unchecked", name=sentence(f"provider.{each.name}.name"))
        elif check is not None:
            async for finding in check(settings):
                yield finding


async def _redis(settings: Settings) -> AsyncIterator[Finding]:
    if settings.redis_url is None:
        return
    address = settings.redis_url.get_secret_value()
    try:
        async with from_url(
            address, socket_connect_timeout=_PATIENCE_SECONDS, socket_timeout=_PATIENCE_SECONDS
        ) as redis:
            await redis.ping()
    except (RedisError, OSError) as problem:
        yield wrong("redis", kind=type(problem).__name__)
    else:
        yield ok("redis")


async def _sentry(settings: Settings) -> AsyncIterator[Finding]:
    if settings.sentry_dsn is None:
        return
    parts = urlsplit(settings.sentry_dsn.get_secret_value())
    port = f":{parts.port}" if parts.port else ""
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE_SECONDS) as client:
            await client.get(f"{parts.scheme}://{parts.hostname}{port}/")
    except httpx.HTTPError as problem:
        yield wrong("sentry", host=parts.hostname, kind=type(problem).__name__)
    else:
        yield ok("sentry", host=parts.hostname)


CHECKS: dict[str, Check] = {
    "database": database,
    "mail": mail_of,
    "organisations": organisations,
    "redis": _redis,
    "sentry": _sentry,
}
