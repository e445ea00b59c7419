"""A disk that is nearly full takes no more files of people. What lies there is read, and what we make is kept."""

import shutil
from typing import NamedTuple

import pytest

from db.types import new_id
from services.errors import Unavailable
from services.settings import Settings
from services.storage import files_for
from services.storage.room import room_for
from tests.services.storage.keeping import a_keyring, kept, left_in

FILM = b"a sign is a word " * 20


class _Disk(NamedTuple):
    free: int


@pytest.fixture
def full(settings: Settings) -> Settings:
    """A house that wants more free than any disk has."""
    return settings.model_copy(update={"files_leave_free_mb": 10**9})


async def test_no_file_is_taken_whole_or_in_parts_and_nothing_is_left_of_it(full: Settings) -> None:
    files = files_for(full, a_keyring(), table="document")
    with pytest.raises(Unavailable, match=r"storage\.full"):
        await kept(files, FILM)
    with pytest.raises(Unavailable, match=r"storage\.full"):
        await files.put_part(new_id(), 0, FILM, size=len(FILM))
    assert left_in(full.files_folder / "document") == []


async def test_what_lies_there_is_read_and_what_we_make_of_it_is_kept(settings: Settings, full: Settings) -> None:
    keyring = a_keyring()
    file_id = await kept(files_for(settings, keyring, table="document"), FILM)
    files = files_for(full, keyring, table="document")
    assert b"".join([chunk async for chunk in files.reading(file_id, size=len(FILM))]) == FILM
    pages = files_for(full, keyring, table="document_page", from_people=False)
    page_id = await kept(pages, FILM)
    assert await pages.ids() == [page_id]


@pytest.mark.parametrize(("free", "has_room"), [(1_999_999_999, False), (2_000_000_000, True)])
async def test_the_bound_is_that_of_the_settings(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, free: int, has_room: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Disk(free))
    assert await room_for(settings)() is has_room


async def test_a_store_elsewhere_has_its_own_bounds(full: Settings) -> None:
    assert await room_for(full.model_copy(update={"files_url": "s3://papers/mbtq"}))()
