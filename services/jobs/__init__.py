"""Work that outlives the request: kept in PostgreSQL by procrastinate, enqueued in the transaction that needs it.

A job is a function in a file of its own. It is handed the House and what JSON can hold: ids, never personal text. It
runs at least once, so it must do no harm when it runs twice. docs/decisions/0003-jobs.md says why it is so.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec

from procrastinate import App, PsycopgConnector

from services.house import DbSession, House

Arguments = ParamSpec("Arguments")
Work = Callable[Concatenate[House, Arguments], Awaitable[None]]

About = Callable[[House], str]
"""In at most 128 letters, what a job by the clock is about in this house."""

_queue = App(connector=PsycopgConnector())  # never opened: it borrows the connection of each transaction


@dataclass(frozen=True, slots=True)
class Job(Generic[Arguments]):
    """Something to do later, how often to try again, and the base of the growing wait between tries.

    With `cron` it needs no arguments: it is done by itself at these times (crontab(5), UTC), once in all processes. A
    worker that starts does what was due last if nobody has. Nobody has, where the job is `about` something else now.
    """

    name: str
    work: Work[Arguments]
    retries: int
    backoff_seconds: int
    cron: str
    about: About


def job(
    *, retries: int = 8, backoff_seconds: int = 3, cron: str = "", about: About = lambda _: ""
) -> Callable[[Work[Arguments]], Job[Arguments]]:
    """Make a job of a function. It waits 3, 9, 27, … seconds between tries, nearly three hours in all."""

    def made(work: Work[Arguments]) -> Job[Arguments]:
        return Job(work.__name__, work, retries, backoff_seconds, cron, about)

    return made


async def enqueue(
    session: DbSession, wanted: Job[Arguments], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> None:
    """Have the job done once this transaction is kept; if it is not, there never was a job. Arguments by name only."""
    if args:
        raise TypeError(f"The arguments of {wanted.name} are given by name.")
    borrowed = await (await session.connection()).get_raw_connection()
    arguments: dict[str, Any] = dict(kwargs)
    task = _queue.configure_task(wanted.name, queue=wanted.name, connection=borrowed.driver_connection)
    await task.defer_async(**arguments)
