"""In one process, nobody can fill the memory."""

from datetime import timedelta

import pytest

from services.sharing import InProcess, Limit, counts, in_process


async def test_counts_of_many_callers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "MOST_COUNTS", 10)
    storage = counts.BoundedCounts()
    for caller in range(50):
        assert await storage.incr(f"caller {caller}", 60) == 1
    assert (len(storage.storage), len(storage.expirations)) == (10, 10)
    assert await storage.get("caller 49") == 1


async def test_counts_that_have_run_out_are_dropped_without_being_asked_for() -> None:
    storage = counts.BoundedCounts()
    await storage.incr("short", 1e-9)
    await storage.incr("long", 60)
    assert storage.expirations.keys() == {"long"}


async def test_a_use_begins_no_task_of_its_own() -> None:
    alone = InProcess()
    await alone.hit(Limit("trial", 3), "Rosa")
    storage = alone._limiter.storage  # pylint: disable=protected-access  # it would be seen nowhere else
    assert isinstance(storage, counts.BoundedCounts)
    assert storage.timer is None


async def test_the_oldest_value_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_process, "MOST_VALUES", 2)
    alone = InProcess()
    for name in ("a", "b", "a", "c"):
        await alone.keep(name, name.encode(), lasts=timedelta(minutes=1))
    assert [await alone.kept(name) for name in "abc"] == [b"a", None, b"c"]


async def test_who_does_not_fetch_messages_loses_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_process, "MOST_MESSAGES", 2)
    alone = InProcess()
    with alone.listening("news") as heard:
        for message in (b"one", b"two", b"three"):
            await alone.publish("news", message)
        assert [heard.get_nowait(), heard.get_nowait(), heard.empty()] == [b"two", b"three", True]
