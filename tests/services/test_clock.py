from datetime import UTC, datetime, timedelta, timezone

import pytest

from services.clock import FixedClock, SystemClock


def test_the_machine_s_clock_tells_the_time_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(0)


def test_a_fixed_clock_stands_still_until_it_is_moved_on() -> None:
    noon = datetime(2026, 4, 15, 12, tzinfo=UTC)
    clock = FixedClock(noon)
    assert clock.now() == clock.now() == noon
    clock.advance(timedelta(minutes=5))
    assert clock.now() == noon + timedelta(minutes=5)


def test_a_fixed_clock_set_in_new_york_answers_in_utc() -> None:
    clock = FixedClock(datetime(2026, 4, 15, 8, tzinfo=timezone(timedelta(hours=-4))))
    assert clock.now().isoformat() == "2026-04-15T12:00:00+00:00"


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(datetime(2026, 4, 15, 12))  # noqa: DTZ001  # the mistake that the clock must refuse
