"""A process measures itself once a minute and hears the others."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from services.house import House
from services.journal.measures import RECENT_REQUESTS
from services.vitals import keeping
from services.vitals.keeping import CHANNEL, keeping_vitals, measured
from services.vitals.reading import Pages
from services.vitals.record import Record, to_tell
from tests.services.jobs.waiting import until
from tests.services.vitals.processes import A_MACHINE, a_process


async def test_the_first_sample_is_taken_at_once_and_begins_the_count_anew(house: House) -> None:
    RECENT_REQUESTS.add("/tax", 0.03, failed=True)
    async with keeping_vitals(house, lambda: Pages(4, 2)):
        await until(lambda: len(house.vitals.hour) == 1)
    [sample] = house.vitals.hour
    assert sample.pages == Pages(4, 2)
    assert sample.failed >= 1
    assert sample.memory_bytes > 1_000_000
    assert RECENT_REQUESTS.since().count == 0


async def test_samples_go_on_after_one_that_failed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SECONDS_BETWEEN_SAMPLES", 0.01)
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
        await until(lambda: bool(house.vitals.hour))
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
        await until(lambda: bool(house.vitals.hour))
        await asyncio.sleep(0.2)
        assert measured(house, Pages(0, 0)).now.cpu_share < 1
