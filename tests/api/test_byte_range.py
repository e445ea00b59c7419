"""Which part of a file a browser asks for (RFC 9110, section 14.1.2)."""

import pytest

from api.byte_range import ByteRange, Unsatisfiable, asked_for


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-499", (0, 500)),
        ("bytes=500-", (500, 1000)),
        ("bytes=-300", (700, 1000)),
        ("bytes=-3000", (0, 1000)),
        ("bytes=990-5000", (990, 1000)),
        ("bytes= 0 - 0", (0, 1)),
    ],
)
def test_a_part_is_read_as_it_is_asked_for(header: str, part: tuple[int, int]) -> None:
    assert asked_for(header, 1000) == ByteRange(*part, 1000)


@pytest.mark.parametrize("header", ["", "bytes=0-1,5-9", "bytes=-", "bytes=9-1", "lines=1-2", "bytes=a-b", "bytes=٣-٤"])
def test_what_is_no_single_range_means_the_whole_file(header: str) -> None:
    assert asked_for(header, 1000) is None


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        asked_for(header, 1000)


def test_the_answer_names_the_part() -> None:
    assert ByteRange(0, 500, 1000).content_range == "bytes 0-499/1000"
