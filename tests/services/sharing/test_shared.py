"""What callers may rely on, whether there is a Redis or not."""

import asyncio
import time
from datetime import timedelta

from services.sharing import Limit, Shared

THREE_A_SECOND = Limit("trial", 3, seconds=1)
LONG = timedelta(minutes=1)


async def allowed(shared: Shared, limit: Limit, who: str, times: int) -> list[bool]:
    return [(await shared.hit(limit, who)).allowed for _ in range(times)]


async def test_who_has_used_up_a_limit_is_refused_and_others_are_not(shared: Shared) -> None:
    limit = Limit("trial", 3)
    assert await allowed(shared, limit, "Rosa", 5) == [True, True, True, False, False]
    assert await allowed(shared, limit, "Sam", 1) == [True]


async def test_limits_of_different_names_count_apart(shared: Shared) -> None:
    assert await allowed(shared, Limit("one", 1), "Rosa", 2) == [True, False]
    assert await allowed(shared, Limit("other", 1), "Rosa", 1) == [True]


async def test_each_use_says_what_is_left(shared: Shared) -> None:
    limit = Limit("trial", 3)
    assert [(await shared.hit(limit, "Rosa")).left for _ in range(4)] == [2, 1, 0, 0]


async def test_to_look_at_a_limit_uses_nothing_of_it(shared: Shared) -> None:
    limit = Limit("looked at", 2)
    for left in (2, 1, 0):
        looks = [await shared.look(limit, "Rosa") for _ in range(3)]
        assert [(look.allowed, look.left) for look in looks] == [(left > 0, left)] * 3
        await shared.hit(limit, "Rosa")


async def test_who_waits_as_long_as_they_were_told_gets_in_again(shared: Shared) -> None:
    refused = [await shared.hit(THREE_A_SECOND, "Rosa") for _ in range(7)][-1]
    assert not refused.allowed
    assert 1 <= refused.more_in_seconds <= THREE_A_SECOND.seconds
    await asyncio.sleep(refused.more_in_seconds)
    assert await allowed(shared, THREE_A_SECOND, "Rosa", 1) == [True]


async def test_in_no_stretch_of_that_length_are_more_let_through(shared: Shared) -> None:
    let_through: list[tuple[float, float]] = []
    while len(let_through) < 2 * THREE_A_SECOND.amount:
        before = time.time()
        if (await shared.hit(THREE_A_SECOND, "Rosa")).allowed:
            let_through.append((before, time.time()))
        await asyncio.sleep(0.05)
    for (began, _), (_, ended) in zip(let_through, let_through[THREE_A_SECOND.amount :], strict=False):
        assert ended - began >= THREE_A_SECOND.seconds


async def test_a_value_is_kept_until_it_is_dropped(shared: Shared) -> None:
    assert await shared.kept("colour") is None
    await shared.keep("colour", b"\x00blue", lasts=LONG)
    assert await shared.kept("colour") == b"\x00blue"
    await shared.forget("colour")
    assert await shared.kept("colour") is None


async def test_a_value_is_replaced_by_the_next_one(shared: Shared) -> None:
    for value in (b"blue", b"green"):
        await shared.keep("colour", value, lasts=LONG)
    assert await shared.kept("colour") == b"green"


async def test_a_value_that_is_too_old_is_forgotten(shared: Shared) -> None:
    await shared.keep("colour", b"blue", lasts=timedelta(milliseconds=50))
    await asyncio.sleep(0.1)
    assert await shared.kept("colour") is None


async def test_everybody_who_listens_hears_each_message_in_order(shared: Shared) -> None:
    with shared.listening("news") as rosa, shared.listening("news") as sam:
        for message in (b"one", b"two"):
            await shared.publish("news", message)
        async with asyncio.timeout(2):
            assert [await rosa.get(), await rosa.get(), await sam.get(), await sam.get()] == [
                b"one",
                b"two",
                b"one",
                b"two",
            ]


async def test_nobody_hears_another_channel_or_after_they_have_stopped(shared: Shared) -> None:
    with shared.listening("news") as heard:
        await shared.publish("weather", b"rain")
    await shared.publish("news", b"late")
    await asyncio.sleep(0.05)
    assert heard.empty()
