"""Files of people: sealed where they lie, opened in parts, and noticed when somebody changed them."""

import asyncio
import shutil
from pathlib import Path
from uuid import UUID

import pytest

from db.types import new_id
from services.errors import Unavailable
from services.sealing import Unsealable
from services.settings import Settings
from services.storage import CHUNK_BYTES, SealedFiles, files_for
from tests.services.storage.keeping import a_keyring, kept, left_in, stored_in, take_away

PATTERN = b"a sign is a word "


def film(size: int) -> bytes:
    """Bytes whose place can be told: a chunk in another place is another chunk."""
    line = b"".join(number.to_bytes(3, "big") + PATTERN for number in range(size // 20 + 1))
    return line[:size]


@pytest.fixture
def folder(settings: Settings) -> Path:
    """Where the files of this test lie."""
    return settings.data_dir / "files" / "feedback_video"


@pytest.fixture
def files(settings: Settings) -> SealedFiles:
    """Files in a folder of this test."""
    return files_for(settings, a_keyring(), table="feedback_video")


async def read(files: SealedFiles, file_id: UUID, size: int, start: int = 0, end: int | None = None) -> bytes:
    return b"".join([chunk async for chunk in files.reading(file_id, size=size, start=start, end=end)])


@pytest.mark.parametrize("size", [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
async def test_a_file_comes_back_as_it_was_given(files: SealedFiles, size: int) -> None:
    file_id = await kept(files, film(size))
    assert await read(files, file_id, size) == film(size)


async def test_nothing_of_a_file_can_be_read_where_it_lies(files: SealedFiles, folder: Path) -> None:
    await kept(files, film(2 * CHUNK_BYTES))
    stored = stored_in(folder)
    assert len(stored) == 2
    assert not [one for one in stored if PATTERN in one]


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 10), (CHUNK_BYTES - 3, CHUNK_BYTES + 3), (2 * CHUNK_BYTES, 2 * CHUNK_BYTES + 5), (5, 10**9), (7, 7)],
)
async def test_a_part_of_a_file_can_be_read_alone(files: SealedFiles, start: int, end: int) -> None:
    whole = film(2 * CHUNK_BYTES + 5)
    file_id = await kept(files, whole)
    assert await read(files, file_id, len(whole), start, end) == whole[start:end]


async def test_only_the_chunks_that_are_asked_for_are_opened(files: SealedFiles, folder: Path) -> None:
    whole = film(3 * CHUNK_BYTES)
    file_id = await kept(files, whole)
    for number in (0, 2):
        (folder / str(file_id) / f"{number:06}").unlink()
    assert await read(files, file_id, len(whole), CHUNK_BYTES, 2 * CHUNK_BYTES) == whole[CHUNK_BYTES : 2 * CHUNK_BYTES]


async def test_a_file_without_its_end_is_not_taken_for_whole(files: SealedFiles, folder: Path) -> None:
    whole = film(3 * CHUNK_BYTES)
    file_id = await kept(files, whole)
    (folder / str(file_id) / "000002").unlink()
    for size in (len(whole), 2 * CHUNK_BYTES):  # with the row as it was, and with one that was changed to fit
        with pytest.raises(Unsealable):
            await read(files, file_id, size)


async def test_chunks_in_another_order_do_not_open(files: SealedFiles, folder: Path) -> None:
    file_id = await kept(files, film(3 * CHUNK_BYTES))
    first, second = (folder / str(file_id) / name for name in ("000000", "000001"))
    shutil.copy(first, first.with_name("aside"))
    shutil.copy(second, first)
    shutil.copy(first.with_name("aside"), second)
    with pytest.raises(Unsealable):
        await read(files, file_id, 3 * CHUNK_BYTES)


async def test_the_video_of_somebody_else_does_not_open_in_its_place(files: SealedFiles, folder: Path) -> None:
    rosas, james = await kept(files, film(100)), await kept(files, film(100))
    shutil.copy(folder / str(james) / "000000", folder / str(rosas) / "000000")
    with pytest.raises(Unsealable):
        await read(files, rosas, 100)


async def test_a_changed_byte_is_noticed(files: SealedFiles, folder: Path) -> None:
    file_id = await kept(files, film(100))
    chunk = folder / str(file_id) / "000000"
    chunk.write_bytes(chunk.read_bytes()[:-1] + b"x")
    with pytest.raises(Unsealable):
        await read(files, file_id, 100)


async def test_a_row_that_says_another_size_is_not_believed(files: SealedFiles) -> None:
    file_id = await kept(files, film(100))
    with pytest.raises(Unsealable, match="another size"):
        await read(files, file_id, 90)


async def test_a_file_that_broke_off_leaves_nothing(files: SealedFiles, folder: Path) -> None:
    async def broken_off() -> None:
        async with files.writing(new_id()) as file:
            await file.write(film(2 * CHUNK_BYTES + 1))
            assert len(stored_in(folder)) == 2
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await broken_off()
    assert left_in(folder) == []


async def test_a_file_whose_writer_is_stopped_leaves_nothing(files: SealedFiles, folder: Path) -> None:
    begun = asyncio.Event()

    async def write() -> None:
        async with files.writing(new_id()) as file:
            await file.write(film(2 * CHUNK_BYTES))
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await begun.wait()
    assert left_in(folder)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert left_in(folder) == []


async def test_an_empty_file_can_not_be_stored(files: SealedFiles) -> None:
    async with files.writing(new_id()) as file:
        with pytest.raises(ValueError, match="nothing in this file"):
            await file.finish()


async def test_a_file_that_is_deleted_is_gone_and_may_be_deleted_twice(files: SealedFiles, folder: Path) -> None:
    file_id, other = await kept(files, film(CHUNK_BYTES + 1)), await kept(files, film(5))
    assert set(await files.ids()) == {file_id, other}
    await files.delete(file_id)
    await files.delete(file_id)
    assert await files.ids() == [other]
    assert left_in(folder) == [str(other)]


async def test_the_folder_of_files_can_be_chosen(settings: Settings, tmp_path: Path) -> None:
    chosen = tmp_path / "on a mounted disk"
    settings = settings.model_copy(update={"files_url": chosen.as_uri()})
    file_id = await kept(files_for(settings, a_keyring(), table="feedback_video"), film(5))
    assert (chosen / "feedback_video" / str(file_id) / "000000").exists()


async def test_files_of_another_table_and_what_a_disk_brings_with_it_are_not_met(settings: Settings) -> None:
    keyring = a_keyring()
    videos, others = (files_for(settings, keyring, table=table) for table in ("feedback_video", "receipt"))
    (settings.data_dir / "files" / "lost+found").mkdir()
    video, other = await kept(videos, film(5)), await kept(others, film(5))
    assert (await videos.ids(), await others.ids()) == ([video], [other])


@pytest.mark.parametrize("size", [10, 3 * CHUNK_BYTES])
async def test_while_the_store_is_away_a_file_is_taken_to_its_end_and_then_refused(
    files: SealedFiles, folder: Path, size: int
) -> None:
    take_away(folder)
    async with files.writing(new_id()) as file:
        await file.write(film(size))
        await file.write(b"the rest")
        with pytest.raises(Unavailable, match=r"storage\.away"):
            await file.finish()


async def test_a_part_can_be_sent_again_when_the_store_was_away(files: SealedFiles, folder: Path) -> None:
    take_away(folder)
    with pytest.raises(Unavailable):
        await files.put_part(new_id(), 0, film(10), size=10)
