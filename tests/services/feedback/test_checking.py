"""Staff watch a video once the virus check has looked at it, and never one in which it found something."""

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from db.values.feedback import VideoStatus
from db.values.people import Role
from services import feedback
from services.clock import FixedClock
from services.errors import NotFound, Unavailable
from services.house import House
from services.jobs.by_the_clock.check_videos import check_videos
from services.jobs.by_the_clock.delete_old_feedback import delete_old_feedback
from services.providers.virus_check.clam_av import ClamAv
from services.visitor import Person
from tests.factories import a_person
from tests.services.feedback.telling import an_mp4, told
from tests.services.providers.virus_scanner import EICAR, a_scanner

INFECTED = an_mp4() + EICAR


@pytest.fixture
def socket(tmp_path: Path) -> Path:
    """Where the scanner of this test listens."""
    return tmp_path / "clamd.ctl"


@pytest.fixture
def guarded(house: House, socket: Path) -> House:
    """A house that has a scanner there, whether or not it runs."""
    scanner = ClamAv(f"unix://{socket}", limit_seconds=5)
    return replace(house, providers=replace(house.providers, virus_check=scanner))


@pytest.fixture
async def dana(house: House) -> Person:
    """A preparer."""
    return await a_person(house, role=Role.PREPARER)


async def status(house: House, dana: Person, feedback_id: UUID) -> VideoStatus:
    """What her page says of the video."""
    async with house.transaction(dana) as session:
        video = (await feedback.message_at(session, dana, feedback_id=feedback_id)).video
    assert video
    return video.status


async def can_watch(house: House, dana: Person, feedback_id: UUID) -> bool:
    async with house.transaction(dana) as session:
        try:
            return bool(await feedback.video_to_watch(session, dana, feedback_id=feedback_id))
        except NotFound:
            return False


async def test_a_clean_video_can_be_watched_and_one_with_a_virus_is_gone(
    guarded: House, dana: Person, socket: Path
) -> None:
    bad, good = await told(guarded, video=INFECTED), await told(guarded, video=an_mp4())
    assert not await can_watch(guarded, dana, good)
    async with a_scanner(socket):
        await check_videos.work(guarded)
        await check_videos.work(guarded)
    assert [await status(guarded, dana, each) for each in (bad, good)] == [VideoStatus.REFUSED, VideoStatus.CHECKED]
    assert [await can_watch(guarded, dana, each) for each in (bad, good)] == [False, True]
    assert len(await guarded.feedback_videos.ids()) == 1


async def test_while_the_virus_check_is_away_a_video_waits(guarded: House, dana: Person) -> None:
    feedback_id = await told(guarded, video=an_mp4())
    with pytest.raises(Unavailable):
        await check_videos.work(guarded)
    assert await status(guarded, dana, feedback_id) is VideoStatus.WAITING


async def test_one_that_can_not_be_read_keeps_no_other_waiting(
    guarded: House, dana: Person, socket: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken, good = await told(guarded, video=an_mp4()), await told(guarded, video=an_mp4())
    for file_id in await guarded.feedback_videos.ids():
        if file_id < max(await guarded.feedback_videos.ids()):
            await guarded.feedback_videos.delete(file_id)
    caplog.set_level(logging.ERROR)
    async with a_scanner(socket):
        await check_videos.work(guarded)
    assert [await status(guarded, dana, each) for each in (broken, good)] == [VideoStatus.WAITING, VideoStatus.CHECKED]
    assert "is not what was stored" in caplog.text


async def test_what_a_killed_process_left_of_a_refused_one_is_deleted_at_night(
    guarded: House, socket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(guarded, video=INFECTED)

    async def killed(_: UUID) -> None:
        raise KeyboardInterrupt

    async with a_scanner(socket):
        monkeypatch.setattr(guarded.feedback_videos, "delete", killed)
        with pytest.raises(KeyboardInterrupt):
            await check_videos.work(guarded)
        monkeypatch.undo()
    assert await guarded.feedback_videos.ids()
    in_two_days = FixedClock(datetime.now(UTC) + timedelta(days=2))  # ids tell the time of the machine
    await delete_old_feedback.work(replace(guarded, clock=in_two_days))
    assert not await guarded.feedback_videos.ids()
