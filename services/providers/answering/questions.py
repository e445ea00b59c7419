"""What each outside service is asked to see that it answers: little, harmless to repeat, and never for long.

A question that is answered returns. Any other end is an exception, which `make doctor` explains.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlsplit

import httpx
from redis.asyncio import from_url

from db.types import new_id
from services.providers import providers_for
from services.providers.mail.smtp import SmtpMail
from services.providers.virus_check.clam_av import ClamAv
from services.sealing.sources import source_of
from services.settings import Settings
from services.storage.stores import store_for

PATIENCE_SECONDS = 5
MAIL_PATIENCE_SECONDS = 15
"""Mail servers let strangers wait before they greet them, so that senders of spam go away."""
Question = Callable[[], Awaitable[None]]
_WRITTEN = b"is the store there?"


class OtherAnswer(Exception):
    """It answers, and not as it should."""


def questions(settings: Settings) -> dict[str, Question]:
    """One question for each service that is set up, by its name; for each organization one of its own.

    The database is not among them: who asks has one open.
    """
    found: dict[str, Question] = {}
    if not settings.files_lie_here:
        found["files"] = partial(ask_store, settings)
    if settings.key_service_url:
        found["keys"] = partial(ask_key_service, settings)
    mail = providers_for(settings).mail
    if isinstance(mail, SmtpMail):
        found["mail"] = partial(ask_mail, mail)
    for key in settings.organisations:
        found[f"organisations.{key}"] = partial(ask_organisation, settings, key)
    if settings.clamav_url:
        found["virus_check"] = partial(ask_virus_check, settings.clamav_url)
    if settings.redis_url:
        found["redis"] = partial(ask_redis, settings.redis_url.get_secret_value())
    if settings.sentry_dsn:
        found["sentry"] = partial(ask_sentry, settings.sentry_dsn.get_secret_value())
    return found


async def ask_store(settings: Settings) -> None:
    """Write a few bytes under a name of their own, read them again and delete them. Raises BaseError of obstore."""
    place, name = store_for(settings, table="doctor"), str(new_id())
    await place.put_async(name, _WRITTEN)
    read = bytes(await (await place.get_async(name)).bytes_async())
    await place.delete_async(name)
    if read != _WRITTEN:
        raise OtherAnswer("other bytes")


async def ask_key_service(settings: Settings) -> None:
    """Have the keys unwrapped as at a start, and let go of them at once. Raises CannotStart."""
    await asyncio.to_thread(source_of(settings).keys)


async def ask_mail(provider: SmtpMail) -> None:
    """Connect, encrypt and sign in as for a letter, and leave without sending one. Raises SMTPException and OSError."""
    async with replace(provider, limit_seconds=MAIL_PATIENCE_SECONDS).connection():
        pass


async def ask_organisation(settings: Settings, key: str) -> None:
    """Read what it publishes, as before somebody is sent there. Raises HouseError."""
    await providers_for(settings).organisations[key].look(now=datetime.now(UTC))


async def ask_virus_check(address: str) -> None:
    """Greet it in its own protocol. Raises OSError and IncompleteReadError."""
    if not await ClamAv(address, limit_seconds=PATIENCE_SECONDS).answers():
        raise OtherAnswer("another answer")


async def ask_redis(address: str) -> None:
    """Greet it. Raises RedisError and OSError."""
    async with from_url(address, socket_connect_timeout=PATIENCE_SECONDS, socket_timeout=PATIENCE_SECONDS) as redis:
        await redis.ping()


async def ask_sentry(dsn: str) -> None:
    """Fetch the first page of its server, whatever that says; the key stays here. Raises HTTPError."""
    parts = urlsplit(dsn)
    port = f":{parts.port}" if parts.port else ""
    async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
        await client.get(f"{parts.scheme}://{parts.hostname}{port}/")
