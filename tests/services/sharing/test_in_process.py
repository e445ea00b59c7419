"""In one process, nobody can fill the memory."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from services.sharing import InProcess, Limit, in_process, uses


async def test_uses_of_many_callers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uses, "MOST_CALLERS", 10)
    storage = uses.BoundedUses()
    for caller in range(50):
        assert await storage.acquire_entry(f"caller {caller}", 1, 60)
    assert [*storage.callers] == [f"caller {caller}" for caller in range(40, 50)]


async def test_uses_that_count_no_more_are_forgotten_and_those_who_come_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moment = 1_800_000_000.0
    monkeypatch.setattr(uses, "time", SimpleNamespace(time=lambda: moment))
    storage = uses.BoundedUses()
    await storage.acquire_entry("Sam", 3, 60)
    for _ in range(100):
        assert await storage.acquire_entry("Rosa", 3, 60)
        moment += 25
    assert [*storage.callers] == ["Rosa"]
    assert len(storage.callers["Rosa"].moments) <= 6
    assert await storage.get_moving_window("Rosa", 3, 60) == (moment - 50, 2)


async def test_a_use_begins_no_task_of_its_own() -> None:
    alone = InProcess()
    await alone.hit(Limit("trial", 3), "Rosa")
    storage = alone._limiter.storage  # pylint: disable=protected-access  # it would be seen nowhere else
    assert isinstance(storage, uses.BoundedUses)
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
