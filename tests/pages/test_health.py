"""An administrator reads how the service is; nobody else does."""

from datetime import timedelta

import psutil
import pytest
from sqlalchemy import text

from db.values.people import Role
from services.house import House
from services.jobs import enqueue
from services.jobs.send_mail import send_mail
from services.jobs.worker import EVERY_JOB
from services.journal.recent import Recent
from services.vitals import keeping
from services.words import known
from tests.app import App, Somebody
from tests.people import somebody_as
from tests.services.jobs.desk import DESK
from tests.services.vitals.processes import NOON, a_process, a_sample

HEALTH = "/staff/health"


async def give_up_a_letter(house: House) -> None:
    async with house.transaction(DESK) as session:
        connection = await session.connection()
        await connection.execute(text("delete from procrastinate_jobs"))
        await enqueue(session, send_mail, mail_id="01890a5d-ac96-774b-bcce-b302099a8057")
        given_up = "update procrastinate_jobs set status = 'failed', attempts = 8 returning id"
        for (number,) in await connection.execute(text(given_up)):
            event = "insert into procrastinate_events (job_id, type, at) values (:number, 'failed', now())"
            await connection.execute(text(event), {"number": number})


@pytest.fixture(autouse=True)
async def _empty_queue(app: App) -> None:
    await empty_queue(app)


async def empty_queue(app: App) -> None:
    async with app.house.transaction(DESK) as session:
        await (await session.connection()).execute(text("delete from procrastinate_jobs"))


async def page_of(app: App) -> Somebody:
    somebody = await somebody_as(app, Role.ADMINISTRATOR)
    await somebody.open(HEALTH)
    return somebody


async def test_an_administrator_finds_it_in_the_menu_and_reads_the_answer_first(app: App) -> None:
    told = (await page_of(app)).says()
    assert "System health" in told
    assert "Measure again" in told
    for label in ("Longest stall", "Free space on the disk", "Database connections: "):
        assert label in told


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.PREPARER])
async def test_nobody_else_with_an_account_may_see_it(app: App, role: Role) -> None:
    somebody = await somebody_as(app, role)
    assert (await somebody.http_client.get(HEALTH)).status_code == 403
    assert "System health" not in (await somebody.http_client.get("/staff")).text


async def test_a_stranger_is_asked_to_sign_in(somebody: Somebody) -> None:
    reply = await somebody.http_client.get(HEALTH)
    assert (reply.status_code, reply.headers["location"]) == (303, f"/sign-in?next={HEALTH}")


async def test_what_needs_a_look_says_what_to_do(app: App) -> None:
    app.house.vitals.others["two"] = a_process(name="two", stall_ms=900.0, at=app.house.clock.now())
    told = (await page_of(app)).says()
    assert "The server stood still for 900\xa0ms in the last 15 minutes: two." in told
    assert "need a look" in told or "needs a look" in told
    assert "find the slow code in the log" in told


async def test_a_bar_of_the_last_hour_has_what_happened_in_its_minutes(app: App) -> None:
    """The watch began at 12:24:20. Nobody asked for anything in that minute, and the last sample was taken late."""
    began, late = NOON + timedelta(minutes=24, seconds=20), NOON + timedelta(minutes=30, seconds=1)
    first = a_sample(since=began, at=NOON + timedelta(minutes=25), requests=0, p95_ms=None, stall_ms=None)
    second = a_sample(at=NOON + timedelta(minutes=26), requests=18, p95_ms=230.0, stall_ms=40.0)
    app.house.vitals.hour.extend([first, second, a_sample(since=second.at, at=late, requests=2)])
    app.house.vitals.since = late
    app.stands_still_at(NOON + timedelta(minutes=30, seconds=30))
    told = " ".join((await page_of(app)).says().split())
    assert "12:24 None 12:25 230 ms 12:30 " in told
    assert "12:24 None 12:25 40 ms 12:30 " in told
    assert "12:24 0 12:25 20 12:30 " in told


@pytest.mark.parametrize(("load", "said"), [(0.4, "That is fine"), (6.7, "That is too many")])
async def test_more_programs_than_cores_are_not_called_fine(
    app: App, monkeypatch: pytest.MonkeyPatch, load: float, said: str
) -> None:
    monkeypatch.setattr(psutil, "getloadavg", lambda: (load, load, load))
    monkeypatch.setattr(psutil, "cpu_count", lambda: 2)
    assert said in (await page_of(app)).says()


async def test_programs_that_have_to_wait_need_a_look(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "getloadavg", lambda: (6.6, 6.6, 6.6))
    monkeypatch.setattr(psutil, "cpu_count", lambda: 2)
    told = (await page_of(app)).says()
    assert f"More programs want to run than there are cores (330%): {app.house.vitals.process}." in told
    assert "Programs that want to run, of the cores of the machine" in told


async def test_every_process_that_was_heard_is_named(app: App) -> None:
    app.house.vitals.others["two"] = a_process(name="two", at=app.house.clock.now())
    told = (await page_of(app)).says()
    assert f"{app.house.vitals.process} (made this page)" in told
    assert " two " in told


async def test_the_table_of_processes_agrees_with_the_alert_about_one_of_them(app: App) -> None:
    now = app.house.clock.now()
    before = a_sample(at=now - timedelta(minutes=9), stall_ms=1500.0, p95_ms=383.0)
    app.house.vitals.others["two"] = a_process(before, name="two", stall_ms=96.0, at=now)
    told = " ".join((await page_of(app)).says().split())
    assert "The server stood still for 1.5 s in the last 15 minutes: two." in told
    assert "Longest stall, last 15 minutes" in told
    assert "383 ms 1.5 s 10% 200 MB" in told


async def test_the_alert_and_the_picture_name_the_same_slowest_address(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    recent = Recent()
    for _ in range(20):
        recent.add("/_nicegui/{version}/static", 0.343, failed=False)
        recent.add("/tax", 0.02, failed=False)
    recent.add("/tax/{tax_year}/estimate", 2.1, failed=False)  # once, right after a start
    monkeypatch.setattr(keeping, "RECENT_REQUESTS", recent)
    told = " ".join((await page_of(app)).says().split())
    assert "Answers were slow in the last hour: up to 343 ms at a script or style file of our pages." in told
    assert "The slowest is a script or style file of our pages. Of 100 answers, 95 take 343 ms or less." in told
    assert "The pictures have those with 20 answers or more." in told
    assert told.count("/tax/{tax_year}/estimate") == 1, "in the list of all"


async def test_without_enough_answers_nothing_is_called_the_slowest(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    recent = Recent()
    recent.add("/tax", 2.1, failed=False)
    monkeypatch.setattr(keeping, "RECENT_REQUESTS", recent)
    told = (await page_of(app)).says()
    assert "No address has had 20 answers within the last hour." in told


async def test_a_job_that_was_given_up_is_named_with_what_to_do(app: App) -> None:
    await give_up_a_letter(app.house)
    told = (await page_of(app)).says()
    assert "Jobs were given up: 1 of send_mail." in told
    assert "Run make doctor" in told
    assert "01890a5d-ac96-774b-bcce-b302099a8057" not in told


async def test_without_jobs_the_page_says_so(app: App) -> None:
    somebody = await somebody_as(app, Role.ADMINISTRATOR)
    await empty_queue(app)  # of the letter about that role
    await somebody.open(HEALTH)
    assert "No job waits, and none was given up." in somebody.says()


def test_every_job_has_words_for_when_it_was_given_up() -> None:
    assert [job.name for job in EVERY_JOB if not known(f"health.jobs.do.{job.name}")] == []


async def test_every_part_that_can_be_down_has_words() -> None:
    parts = ("database", "migrations", "jobs", "redis")
    assert [
        name for name in parts if not known(f"health.down.{name}.title") or not known(f"health.down.{name}.do")
    ] == []
