"""Tries that keep failing make somebody wait, longer and longer, in one process and in many alike."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from services.clock import FixedClock
from services.sharing import Counted, OverRedis, Pace, Shared, turns
from tests.redis_server import RedisServer

PACE = Pace("trial", free=3, forgets_one_in_seconds=3600, first_wait_seconds=10, longest_wait_seconds=60)
ROSA, SAM = (Counted(PACE, "Rosa"),), (Counted(PACE, "Sam"),)
TOGETHER = Pace("together", free=4, forgets_one_in_seconds=3600, clears=False)


async def _tried(shared: Shared, clock: FixedClock, who: tuple[Counted, ...], times: int) -> list[tuple[bool, int]]:
    turns_taken = [await shared.take_turn(who, now=clock.now()) for _ in range(times)]
    return [(turn.allowed, round(turn.wait_seconds)) for turn in turns_taken]


async def test_some_tries_are_free_and_the_next_one_has_to_wait(shared: Shared, clock: FixedClock) -> None:
    assert await _tried(shared, clock, ROSA, 4) == [(True, 0), (True, 0), (True, 10), (False, 10)]
    assert await _tried(shared, clock, SAM, 1) == [(True, 0)]


async def test_each_wait_is_twice_the_one_before_up_to_the_longest(shared: Shared, clock: FixedClock) -> None:
    await _tried(shared, clock, ROSA, 2)
    waits = []
    for _ in range(6):
        waits += await _tried(shared, clock, ROSA, 1)
        clock.advance(timedelta(seconds=waits[-1][1]))
    assert waits == [(True, 10), (True, 20), (True, 40), (True, 60), (True, 60), (True, 60)]


async def test_a_try_that_is_refused_makes_no_wait_longer(shared: Shared, clock: FixedClock) -> None:
    await _tried(shared, clock, ROSA, 3)
    clock.advance(timedelta(seconds=4))
    assert await _tried(shared, clock, ROSA, 50) == [(False, 6)] * 50
    clock.advance(timedelta(seconds=6))
    assert await _tried(shared, clock, ROSA, 1) == [(True, 20)]


async def test_tries_are_forgotten_one_by_one(shared: Shared, clock: FixedClock) -> None:
    await _tried(shared, clock, ROSA, 3)
    clock.advance(timedelta(hours=2))
    assert await _tried(shared, clock, ROSA, 3) == [(True, 0), (True, 10), (False, 10)]


async def test_a_success_forgets_all_tries_of_one_and_takes_back_its_own_of_the_others(
    shared: Shared, clock: FixedClock
) -> None:
    both = (*ROSA, Counted(TOGETHER, "here"))
    await _tried(shared, clock, both, 1)
    for _ in range(5):
        assert await _tried(shared, clock, both, 1) == [(True, 0)]
        await shared.turn_succeeded(both)
    assert await _tried(shared, clock, (Counted(TOGETHER, "here"),), 3) == [(True, 0), (True, 0), (True, 30)]
    assert await _tried(shared, clock, ROSA, 3) == [(True, 0), (True, 0), (True, 10)]


async def test_a_success_that_was_counted_nowhere_leaves_nothing_behind(shared: Shared, clock: FixedClock) -> None:
    here = (Counted(TOGETHER, "here"),)
    await shared.turn_succeeded(here)
    assert await _tried(shared, clock, here, 5) == [(True, 0), (True, 0), (True, 0), (True, 30), (False, 30)]


async def test_a_try_that_one_count_refuses_counts_for_none(shared: Shared, clock: FixedClock) -> None:
    both = (*ROSA, Counted(TOGETHER, "here"))
    assert await _tried(shared, clock, both, 9) == [(True, 0), (True, 0), (True, 10), *[(False, 10)] * 6]
    assert await _tried(shared, clock, (*SAM, Counted(TOGETHER, "here")), 1) == [(True, 30)]


async def test_of_many_tries_at_once_no_more_are_let_through(shared: Shared, clock: FixedClock) -> None:
    at_once = [shared.take_turn(ROSA, now=clock.now()) for _ in range(20)]
    assert sum(turn.allowed for turn in await asyncio.gather(*at_once)) == 3


async def test_two_processes_count_tries_together(redis: RedisServer, clock: FixedClock) -> None:
    async with OverRedis(redis.url) as one, OverRedis(redis.url) as other:
        taken = [await _tried(process, clock, ROSA, 1) for process in (one, other, one, other)]
        assert taken == [[(True, 0)], [(True, 0)], [(True, 10)], [(False, 10)]]
        clock.advance(timedelta(seconds=10))
        await other.turn_succeeded(ROSA)
        assert await _tried(one, clock, ROSA, 1) == [(True, 0)]


async def test_while_redis_is_away_a_process_counts_tries_for_itself(tmp_path: Path, clock: FixedClock) -> None:
    alone = OverRedis(f"unix://{tmp_path}/nowhere.sock")
    assert await _tried(alone, clock, ROSA, 4) == [(True, 0), (True, 0), (True, 10), (False, 10)]
    await alone.turn_succeeded(ROSA)
    assert await _tried(alone, clock, ROSA, 1) == [(True, 0)]


async def test_counts_of_tries_are_bounded(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MOST_TURNS", 10)
    counted = turns.Turns()
    for number in range(50):
        counted.take((Counted(PACE, f"caller {number}"),), clock.now().timestamp())
    assert len(counted._tries) == 10  # pylint: disable=protected-access  # it would be seen nowhere else


def test_a_count_that_has_grown_very_large_still_waits_the_longest() -> None:
    assert PACE.wait_after(1e9) == 60
