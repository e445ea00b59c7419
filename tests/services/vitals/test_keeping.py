"""A process measures itself at the end of each minute and hears the others."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from services.clock import FixedClock
from services.house import House
from services.journal.measures import RECENT_REQUESTS
from services.vitals import keeping
from services.vitals.keeping import CHANNEL, keeping_vitals, measured, seconds_left
from services.vitals.reading import Pages
from services.vitals.record import Record, to_tell
from tests.services.jobs.waiting import until
from tests.services.vitals.processes import A_MACHINE, NOON, a_process


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SECONDS_BETWEEN_SAMPLES", 0.01)


@pytest.mark.usefixtures("_quick")
async def test_a_sample_has_what_came_since_the_one_before_and_begins_the_count_anew(house: House) -> None:
    RECENT_REQUESTS.add("/before/the/watch", 0.03, failed=True)
    async with keeping_vitals(house, lambda: Pages(4, 2)):
        RECENT_REQUESTS.add("/tax", 0.03, failed=True)
        await until(lambda: len(house.vitals.hour) == 2)
    first, second, *_ = house.vitals.hour
    assert (first.requests, first.failed, second.requests) == (1, 1, 0)
    assert first.pages == Pages(4, 2)
    assert first.memory_bytes > 1_000_000
    assert RECENT_REQUESTS.since().count == 0


async def test_a_process_tells_the_others_of_itself_before_its_first_minute_is_over(house: House) -> None:
    with house.shared.listening(CHANNEL) as messages:
        async with keeping_vitals(house, lambda: Pages(4, 2)):
            assert b'"connected":4' in await messages.get()
    assert not house.vitals.hour


@pytest.mark.parametrize(
    ("second", "left"), [(20, 40), (0, 60), (59.5, 60.5)], ids=["in a minute", "as one begins", "woken too early"]
)
async def test_samples_are_taken_as_a_minute_of_the_clock_ends(second: float, left: float) -> None:
    """A sample that lay in two minutes would be seen in the wrong one."""
    assert seconds_left(NOON + timedelta(seconds=second)) == left


async def test_a_sample_knows_since_when_it_counts(house: House) -> None:
    clock = FixedClock(NOON)
    house = replace(house, clock=clock)
    async with keeping_vitals(house, lambda: Pages(0, 0)):
        clock.advance(timedelta(seconds=40))
        now = measured(house, Pages(0, 0)).now
    assert (now.since, now.middle, now.at) == (NOON, NOON + timedelta(seconds=20), clock.now())


@pytest.mark.usefixtures("_quick")
async def test_samples_go_on_after_one_that_failed(house: House) -> None:
    looks = iter([RuntimeError("no pages")])

    def pages() -> Pages:
        for problem in looks:
            raise problem
        return Pages(1, 0)

    async with keeping_vitals(house, pages):
        await until(lambda: len(house.vitals.hour) == 2)


async def test_another_process_of_the_house_is_heard(house: House) -> None:
    other = replace(house, vitals=Record("two"))
    async with keeping_vitals(house, lambda: Pages(0, 0)):
        await asyncio.sleep(0)  # until it listens
        await house.shared.publish(CHANNEL, to_tell(measured(other, Pages(7, 0))))
        await until(lambda: bool(house.vitals.others))
    [heard] = house.vitals.heard(house.clock.now())
    assert (heard.process, heard.now.pages) == ("two", Pages(7, 0))


async def test_what_is_measured_has_the_hour_and_this_moment(house: House) -> None:
    house.vitals.hour.append(a_process().now)
    found = measured(house, Pages(1, 1))
    assert [sample.pages for sample in found.hour] == [Pages(3, 1), Pages(1, 1)]
    assert found.now.pool is not None
    assert found.machine.disk_all_bytes > found.machine.disk_free_bytes > 0


async def test_the_disk_that_is_watched_is_that_of_the_files(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container DATA_DIR is a small folder in memory, which never fills."""
    other = replace(A_MACHINE, disk_all_bytes=1)
    monkeypatch.setattr(keeping, "machine_of", lambda folder: A_MACHINE if folder == Path("/srv/files") else other)
    settings = house.settings.model_copy(update={"files_url": "file:///srv/files"})
    assert measured(replace(house, settings=settings), Pages(1, 1)).machine == A_MACHINE


async def test_how_busy_the_process_was_is_a_share_of_the_time_since_the_last_sample(house: House) -> None:
    async with keeping_vitals(house, lambda: Pages(0, 0)):
        await asyncio.sleep(0.2)
        assert 0 < measured(house, Pages(0, 0)).now.cpu_share < 1
