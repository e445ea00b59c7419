"""The outside services: which are in use, and whether those that are answer."""

from asyncio import IncompleteReadError
from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

import httpx
from redis.exceptions import RedisError

from services.providers.answering.questions import OtherAnswer, ask_redis, ask_sentry, ask_virus_check
from services.providers.standing import State, providers
from services.settings import Settings
from services.starting.doctor.database import database
from services.starting.doctor.finding import Finding, Result, look, ok, wrong
from services.starting.doctor.letters import mail_of
from services.starting.doctor.organisations import organisations
from services.words import sentence

ASKED_ELSEWHERE = {"files", "keys"}  # by store.py and keys.py
Check = Callable[[Settings], AsyncIterator[Finding]]


async def outside(settings: Settings) -> AsyncIterator[Finding]:
    """Every provider of the app: what is built in or off as it is, what is set up by asking it."""
    for each in (each for each in providers(settings) if each.name not in ASKED_ELSEWHERE):
        if each.state is not State.SET_UP:
            how = sentence(f"provider.{each.name}.{each.state}")
            result = Result.OK if settings.in_development or each.state is State.OFF else Result.LOOK
            yield Finding("provider", result, {"name": sentence(f"provider.{each.name}.name"), "how": how})
        check = CHECKS.get(each.name)
        if each.state is State.SET_UP and check is None:
            yield look("unchecked", name=sentence(f"provider.{each.name}.name"))
        elif check is not None:
            async for finding in check(settings):
                yield finding


async def _redis(settings: Settings) -> AsyncIterator[Finding]:
    if settings.redis_url is None:
        return
    try:
        await ask_redis(settings.redis_url.get_secret_value())
    except (RedisError, OSError) as problem:
        yield wrong("redis", kind=type(problem).__name__)
    else:
        yield ok("redis")


async def _virus_check(settings: Settings) -> AsyncIterator[Finding]:
    if settings.clamav_url is None:
        return
    try:
        await ask_virus_check(settings.clamav_url)
    except OtherAnswer as problem:
        yield wrong("virus_check", kind=problem)
    except (OSError, IncompleteReadError) as problem:
        yield wrong("virus_check", kind=type(problem).__name__)
    else:
        yield ok("virus_check")


async def _sentry(settings: Settings) -> AsyncIterator[Finding]:
    if settings.sentry_dsn is None:
        return
    dsn = settings.sentry_dsn.get_secret_value()
    host = urlsplit(dsn).hostname
    try:
        await ask_sentry(dsn)
    except httpx.HTTPError as problem:
        yield wrong("sentry", host=host, kind=type(problem).__name__)
    else:
        yield ok("sentry", host=host)


CHECKS: dict[str, Check] = {
    "database": database,
    "mail": mail_of,
    "organisations": organisations,
    "redis": _redis,
    "sentry": _sentry,
    "virus_check": _virus_check,
}
