"""The store of files, where they lie elsewhere: whether something can be written there, read again and deleted."""

from collections.abc import AsyncIterator

from obstore.exceptions import BaseError

from services.providers.answering.questions import OtherAnswer, ask_store
from services.settings import Settings
from services.starting.doctor.finding import Finding, ok, wrong


async def store(settings: Settings) -> AsyncIterator[Finding]:
    """Try it as the app does, as the watch does."""
    if settings.files_lie_here:
        return
    try:
        await ask_store(settings)
    except OtherAnswer as problem:
        yield wrong("store", url=settings.files_url, kind=problem)
    except (BaseError, FileNotFoundError) as problem:
        yield wrong("store", url=settings.files_url, kind=type(problem).__name__)
    else:
        yield ok("store", url=settings.files_url)
