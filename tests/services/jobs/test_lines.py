"""Each try of a job is a line with an id of its own, in its SQL too, and without what the job is about."""

import logging

import pytest
from sqlalchemy import text

from db.occasion import Kind, current
from services.errors import Unavailable
from services.house import House
from services.jobs import Job, enqueue, job
from services.jobs.worker import working
from tests.services.jobs.desk import DESK, QUICK, done
from tests.services.jobs.waiting import until

_SEEN = text("select query from pg_stat_activity where state = 'idle in transaction' and strpos(query, :id) > 0")


@job(retries=1, backoff_seconds=0)
async def find_itself(house: House, *, note: str) -> None:
    """Write down how PostgreSQL sees it."""
    occasion = current()
    assert occasion is not None
    assert occasion.kind is Kind.JOB
    async with house.transaction(DESK), house.engine.connect() as watching:
        [statement] = await watching.scalars(_SEEN, {"id": occasion.id})
    done.extend([note, statement.partition("*/")[0]])


@job(retries=1, backoff_seconds=0)
async def meet_a_closed_door(_house: House, *, note: str) -> None:
    """Fail as any service may."""
    done.append(note)
    raise Unavailable("mail.away")


@job(retries=1, backoff_seconds=0)
async def break_down(_house: House, *, note: str) -> None:
    """Fail as a bug does."""
    done.append(note)
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("wanted", "outcomes"),
    [(find_itself, ["done"]), (meet_a_closed_door, ["mail.away"] * 2), (break_down, ["failed"] * 2)],
)
async def test_each_try_is_a_line(
    house: House, caplog: pytest.LogCaptureFixture, wanted: Job[...], outcomes: list[str]
) -> None:
    caplog.set_level(logging.INFO, logger="services.journal.entries")
    async with house.transaction(DESK) as session:
        await enqueue(session, wanted, note="a-note-of-somebody")
    async with working(house, jobs=[wanted], pace=QUICK):
        await until(lambda: len(_lines(caplog)) == len(outcomes))
    lines = _lines(caplog)
    told = [(line.job, line.outcome, line.attempt) for line in lines]  # type: ignore[attr-defined]  # ours
    assert told == [(wanted.name, outcome, attempt) for attempt, outcome in enumerate(outcomes, start=1)]
    assert "a-note-of-somebody" not in str([vars(line) for line in lines])
    if wanted is find_itself:
        assert done[-1].startswith("/* job=")


def _lines(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.getMessage() == "job"]
