"""Does the jobs, in the process and event loop that serves the pages."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from procrastinate import App, JobContext, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import ProcrastinateException
from procrastinate.jobs import Job as LostJob
from procrastinate.jobs import Status
from procrastinate.worker import Worker
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

from db.engine import libpq_url
from db.occasion import Kind
from services.house import House
from services.jobs import Job
from services.jobs.by_the_clock.check_audit import check_audit
from services.jobs.by_the_clock.check_videos import check_videos
from services.jobs.by_the_clock.delete_old_documents import delete_old_documents
from services.jobs.by_the_clock.delete_old_feedback import delete_old_feedback
from services.jobs.by_the_clock.delete_what_is_over import delete_what_is_over
from services.jobs.by_the_clock.end_trusted_accesses import end_trusted_accesses
from services.jobs.by_the_clock.send_recovery_links import send_recovery_links
from services.jobs.by_the_clock.watch_providers import watch_providers
from services.jobs.check_document import check_document
from services.jobs.close_pages import close_pages
from services.jobs.judge_recovery import judge_recovery
from services.jobs.send_mail import send_mail
from services.jobs.send_recovery_link import send_recovery_link
from services.jobs.write_link import write_link
from services.journal.entries import DONE, outcome_of, recorded

_logger = logging.getLogger(__name__)
_AT_ONCE = 4
_SECONDS_TO_LEAVE = 2
_CATCH_UP_SECONDS = 86_400  # whoever starts within a day does what was due while nobody was there

EVERY_JOB: tuple[Job[Any], ...] = (
    *(send_mail, write_link, delete_old_feedback),
    *(delete_what_is_over, end_trusted_accesses, check_audit),
    *(check_document, delete_old_documents, check_videos, watch_providers),
    *(judge_recovery, send_recovery_link, send_recovery_links, close_pages),
)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a worker looks around, in seconds. New jobs are announced; retries and lost jobs are looked for.

    So is what procrastinate 3 misses: a job that is announced at the moment in which it looks.
    """

    look_for_work: float = 0.5
    heartbeat: float = 5
    given_up_after: float = 20  # a worker without heartbeat for so long is dead, and others do its jobs
    after_trouble: float = 2
    to_finish: float = 5  # for jobs that run while the house closes


@asynccontextmanager
async def working(house: House, *, jobs: Sequence[Job[Any]] = EVERY_JOB, pace: Pace = Pace()) -> AsyncIterator[None]:
    """Do jobs while the block lasts. At its end, running jobs may finish; those that take long wait again."""
    closing = asyncio.Event()
    worker = asyncio.create_task(_work_until(closing, house, jobs, pace), name="jobs")
    try:
        yield
    finally:
        closing.set()  # a worker that is cancelled instead can miss it: in Python 3.11 wait_for may lose a cancellation
        await asyncio.wait([worker], timeout=pace.to_finish + _SECONDS_TO_LEAVE)
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker


async def _work_until(closing: asyncio.Event, house: House, jobs: Sequence[Job[Any]], pace: Pace) -> None:
    """A worker stops when the database goes away: begin again until it is back, or until the house closes."""
    while not closing.is_set():
        try:
            async with _opened(_app(house, jobs)) as app:
                await _work(app, _worker(app, [wanted.name for wanted in jobs], house, pace), pace, closing)
        except (ProcrastinateException, OperationalError, PoolTimeout) as trouble:
            _logger.warning("The jobs lost their database and will try again: %s", type(trouble).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(closing.wait(), pace.after_trouble)


@asynccontextmanager
async def _opened(app: App) -> AsyncIterator[App]:
    """The app with its connections. They are closed even when the house closes while they open."""
    try:
        await app.open_async()
        yield app
    finally:
        await app.close_async()


async def _work(app: App, worker: Worker, pace: Pace, closing: asyncio.Event) -> None:
    rescuer = asyncio.create_task(_rescue(app, pace), name="lost jobs")
    running = asyncio.create_task(worker.run(), name="worker")  # type: ignore[no-untyped-call]  # theirs is bare
    house_closes = asyncio.create_task(closing.wait(), name="closing")
    try:
        await asyncio.wait({running, house_closes}, return_when=asyncio.FIRST_COMPLETED)
        worker.stop()  # type: ignore[no-untyped-call]  # likewise
        await running
    finally:
        for task in (rescuer, house_closes):
            task.cancel()


def _worker(app: App, known: Sequence[str], house: House, pace: Pace) -> Worker:
    return Worker(
        app,
        queues=known,  # a release takes no job that only a newer one knows
        concurrency=_AT_ONCE,
        fetch_job_polling_interval=pace.look_for_work,
        update_heartbeat_interval=pace.heartbeat,
        stalled_worker_timeout=pace.given_up_after,
        shutdown_graceful_timeout=pace.to_finish,
        listen_notify=not house.settings.behind_pgbouncer,  # which forgets LISTEN after each transaction
        delete_jobs="successful",
        install_signal_handlers=False,
    )


async def _rescue(app: App, pace: Pace) -> None:
    """Look now and then for what a killed process left undone."""
    while True:
        with suppress(ProcrastinateException):  # another process was faster, or the database is away
            for lost in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=pace.given_up_after):
                await _put_back(app, lost)
        await asyncio.sleep(pace.heartbeat)


async def _put_back(app: App, lost: LostJob) -> None:
    """Have it tried again. If it was tried often enough, it may be what kills the process: then it is a dead letter."""
    task = app.tasks.get(lost.task_name)
    if task is None:  # of a newer release: its own workers know what to do
        return
    if task.get_retry_exception(ProcessDied(), lost):
        await app.job_manager.retry_job(lost)
    else:
        await app.job_manager.finish_job(lost, Status.FAILED, delete_job=False)


class ProcessDied(Exception):
    """The process ended in the middle of a job."""


def _app(house: House, jobs: Sequence[Job[Any]]) -> App:
    address = libpq_url(house.engine.url.render_as_string(hide_password=False))
    options = {"application_name": "mbtq jobs", "prepare_threshold": None}
    connector = PsycopgConnector(conninfo=address, kwargs=options, min_size=1, max_size=_AT_ONCE)
    app = App(connector=connector, periodic_defaults={"max_delay": _CATCH_UP_SECONDS})
    for wanted in jobs:
        _register(app, wanted, house)
    return app


def _register(app: App, wanted: Job[Any], house: House) -> None:
    async def work(context: JobContext, /, **arguments: Any) -> None:
        with recorded(Kind.JOB) as entry:
            entry.name = wanted.name
            arguments.pop("timestamp", None)  # when it was due by its cron
            entry.facts = {"job": wanted.name, "number": context.job.id or 0, "attempt": context.job.attempts + 1}
            try:
                await wanted.work(house, **arguments)
            except Exception as failure:
                entry.facts["outcome"] = outcome_of(failure)
                raise
            entry.facts["outcome"] = DONE

    retry = RetryStrategy(max_attempts=wanted.retries, exponential_wait=wanted.backoff_seconds)
    task = app.task(name=wanted.name, queue=wanted.name, retry=retry, pass_context=True)(work)
    if wanted.cron:
        by_the_clock = app.periodic(cron=wanted.cron, periodic_id=wanted.about(house))
        by_the_clock(task)  # type: ignore[arg-type]  # the time is given by name
