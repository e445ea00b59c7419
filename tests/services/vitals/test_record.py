"""Processes tell each other how they are; what is old or can't be read is left aside."""

from datetime import timedelta

from services.vitals.record import Record, to_tell
from tests.services.vitals.processes import NOON, a_process, a_sample


def test_what_a_process_tells_is_what_another_one_hears() -> None:
    told = a_process(a_sample(1, p95_ms=None), name="two")
    record = Record("one")
    record.hear(to_tell(told))
    assert record.heard(NOON) == [told]


def test_a_process_hears_itself_and_keeps_it_to_itself() -> None:
    record = Record("one")
    record.hear(to_tell(a_process(name="one")))
    assert record.heard(NOON) == []


def test_a_process_that_is_silent_is_forgotten() -> None:
    record = Record("one")
    record.hear(to_tell(a_process(name="two")))
    assert len(record.heard(NOON + timedelta(minutes=2))) == 1
    assert record.heard(NOON + timedelta(minutes=3)) == []
    assert not record.others


def test_a_message_of_another_release_is_left() -> None:
    record = Record("one")
    for message in (b"", b"{}", b'{"process": "two"}'):
        record.hear(message)
    assert not record.others


def test_the_memory_of_others_and_of_the_hour_is_bounded() -> None:
    record = Record("one")
    for number in range(120):
        record.hear(to_tell(a_process(name=f"process {number}")))
        record.hour.append(a_sample())
    assert (len(record.others), len(record.hour)) == (100, 60)


def test_a_new_process_is_heard_although_many_left_while_nobody_looked() -> None:
    record = Record("one")
    record.hear(to_tell(a_process(name="stays")))
    for number in range(99):
        record.hear(to_tell(a_process(name=f"left {number}")))
    record.hear(to_tell(a_process(name="stays")))
    record.hear(to_tell(a_process(name="new")))
    assert {"stays", "new"} <= set(record.others)
    assert "left 0" not in record.others
