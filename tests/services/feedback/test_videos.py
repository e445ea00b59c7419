"""A video is known by its bytes, and stored only while it is one."""

import pytest

from db.types import new_id
from db.values.feedback import VideoKind
from services.errors import Invalid
from services.feedback import IncomingVideo, kind_of
from services.house import House
from tests.services.feedback.telling import a_box, a_webm, an_mp4, in_pieces

NO_VIDEOS = {
    "a picture of an iPhone": an_mp4(brand=b"heic"),
    "a song": an_mp4(brand=b"M4A "),
    "a Matroska film": a_webm(doc_type=b"matroska"),
    "a program": b"MZ" + bytes(200),
    "a web page": b"<!DOCTYPE html><script>alert(1)</script>" * 5,
    "a web page that mentions a box": b"<!--ftypisom-->" * 20,
    "another box": a_box(b"mdat", bytes(200)),
}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (an_mp4(), VideoKind.MP4),
        (an_mp4(brand=b"mp42"), VideoKind.MP4),
        (an_mp4(brand=b"iso5"), VideoKind.MP4),
        (an_mp4(brand=b"qt  "), VideoKind.MOV),
        (an_mp4(brand=b"3gp5"), VideoKind.PHONE),
        (a_webm(), VideoKind.WEBM),
    ],
    ids=["ffmpeg", "a camera", "a browser", "an iPhone", "an old phone", "MediaRecorder"],
)
def test_a_video_is_known_by_its_first_bytes(head: bytes, kind: VideoKind) -> None:
    assert kind_of(head) is kind


@pytest.mark.parametrize("head", NO_VIDEOS.values(), ids=NO_VIDEOS)
def test_what_is_no_video_is_told_apart(head: bytes) -> None:
    assert kind_of(head) is None


@pytest.mark.parametrize("size", [1, 7, 63, 64, 5000])
async def test_a_video_is_stored_whole_whatever_its_pieces(house: House, size: int) -> None:
    film, file_id = an_mp4(3000), new_id()
    async with house.feedback_videos.writing(file_id) as file:
        video = IncomingVideo(file, most_bytes=3000)
        for piece in in_pieces(film, size):
            await video.take(piece)
        assert await video.finish() is VideoKind.MP4
        file.keep()
    assert b"".join([chunk async for chunk in house.feedback_videos.reading(file_id, size=3000)]) == film


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (an_mp4(3001), "feedback.video_too_large"),
        (NO_VIDEOS["a program"], "feedback.not_a_video"),
        (an_mp4()[:20], "feedback.not_a_video"),
    ],
    ids=["too large", "no video", "too short to be one"],
)
async def test_a_video_that_we_do_not_take_leaves_nothing(house: House, content: bytes, code: str) -> None:
    async with house.feedback_videos.writing(new_id()) as file:
        video = IncomingVideo(file, most_bytes=3000)
        for piece in in_pieces(content, 100):
            await video.take(piece)
        with pytest.raises(Invalid) as refused:
            await video.finish()
    assert (refused.value.field, refused.value.code) == ("video", code)
    assert await house.feedback_videos.ids() == []


async def test_no_video_is_no_mistake(house: House) -> None:
    async with house.feedback_videos.writing(new_id()) as file:
        assert await IncomingVideo(file, most_bytes=1).finish() is None
