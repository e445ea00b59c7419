"""What people told us is kept for two years, and no file stays without a message."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from services import feedback
from services.clock import FixedClock
from services.errors import NotFound
from services.feedback.keeping import KEPT_FOR
from services.house import House
from services.jobs.by_the_clock.delete_old_feedback import delete_old_feedback
from services.jobs.worker import EVERY_JOB, _app
from tests.services.feedback.telling import an_mp4, told
from tests.services.storage.keeping import kept


async def is_kept(house: House, feedback_id: UUID) -> bool:
    async with house.transaction(feedback.DESK) as session:
        try:
            return bool(await feedback.received_at(session, feedback_id))
        except NotFound:
            return False


async def test_a_message_and_its_video_are_deleted_after_two_years_and_not_before(
    house: House, clock: FixedClock
) -> None:
    old = await told(house, video=an_mp4())
    clock.advance(timedelta(days=2))
    newer = await told(house, video=an_mp4())
    clock.advance(KEPT_FOR - timedelta(days=1))
    await delete_old_feedback.work(house)
    await delete_old_feedback.work(house)
    assert (await is_kept(house, old), await is_kept(house, newer)) == (False, True)
    assert len(await house.feedback_videos.ids()) == 1


async def test_a_file_that_a_killed_process_left_is_deleted_a_day_later(house: House, clock: FixedClock) -> None:
    clock.instant = datetime.now(UTC)  # the id of a file says when it was begun, by the clock of the machine
    await kept(house.feedback_videos, an_mp4())
    await told(house, video=an_mp4())
    await delete_old_feedback.work(house)
    assert len(await house.feedback_videos.ids()) == 2  # it may still be on its way in
    clock.advance(timedelta(days=1, minutes=1))
    await delete_old_feedback.work(house)
    assert len(await house.feedback_videos.ids()) == 1


def test_it_runs_by_itself_once_a_day(house: House) -> None:
    tasks = _app(house, EVERY_JOB).periodic_registry.periodic_tasks.values()
    assert ("delete_old_feedback", "20 8 * * *") in {(task.task.name, task.cron) for task in tasks}
    assert all(task.task.queue == task.task.name for task in tasks)
