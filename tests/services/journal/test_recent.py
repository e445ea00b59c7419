"""Exact times of the last hour: the median and the 95th percentile are times that really were."""

from services.journal.recent import MOST_OF_EACH, Recent, Since


class Watch:
    """A clock that a test moves on."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_of_a_hundred_answers_ninety_five_were_not_slower_than_the_percentile() -> None:
    recent = Recent()
    for number in range(100, 0, -1):
        recent.add("/tax", number / 1000, failed=number > 98)
    [pace] = recent.paces()
    assert (pace.name, pace.count, pace.failed, pace.median_ms, pace.p95_ms) == ("/tax", 100, 2, 50.0, 95.0)


def test_one_answer_is_its_own_median_and_percentile() -> None:
    recent = Recent()
    recent.add("/tax", 0.0125, failed=False)
    [pace] = recent.paces()
    assert (pace.median_ms, pace.p95_ms) == (12.5, 12.5)


def test_the_slowest_comes_first() -> None:
    recent = Recent()
    for name, seconds in (("/quick", 0.01), ("/slow", 0.9), ("/middling", 0.1)):
        recent.add(name, seconds, failed=False)
    assert [pace.name for pace in recent.paces()] == ["/slow", "/middling", "/quick"]


def test_what_is_older_than_an_hour_is_forgotten() -> None:
    watch = Watch()
    recent = Recent(watch)
    recent.add("/slow", 9, failed=True)
    watch.seconds = 3601
    assert recent.paces() == []


def test_memory_is_bounded_and_the_latest_times_are_kept() -> None:
    recent = Recent()
    for number in range(MOST_OF_EACH + 1):
        recent.add("/tax", 9 if number == 0 else 0.01, failed=False)
    [pace] = recent.paces()
    assert (pace.count, pace.p95_ms) == (MOST_OF_EACH, 10.0)


def test_what_came_since_a_new_beginning_is_counted_apart() -> None:
    recent = Recent()
    assert recent.since() == Since(0, 0, None, None)
    recent.add("/tax", 0.02, failed=True)
    recent.add("/tax", 0.04, failed=False)
    assert recent.since() == Since(2, 1, 40.0, 40.0)
    recent.begin_anew()
    assert recent.since() == Since(0, 0, None, None)
    assert len(recent.paces()) == 1


def test_what_monitors_ask_is_seen_by_its_name_only() -> None:
    recent = Recent()
    recent.add("/api/internal/health/ready", 0.5, failed=True, in_all=False)
    assert recent.since().count == 0
    assert [pace.name for pace in recent.paces()] == ["/api/internal/health/ready"]
