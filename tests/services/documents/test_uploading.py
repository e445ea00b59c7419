"""Files that come in parts: they go on where they were, lie sealed from the first part on, and are added once."""

import hashlib
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import select

from db.tables.documents import DocumentUpload
from db.values.documents import DocumentRefusal, DocumentStatus
from services import retention
from services.clock import FixedClock
from services.documents import keeping, on_their_way, uploading
from services.documents.on_their_way import LASTS, Upload
from services.documents.parts import take_part
from services.documents.uploading import Offered
from services.errors import Conflict, Invalid, NotFound
from services.house import House
from services.jobs.check_document import check_document
from services.sealing import Keyring
from services.storage import CHUNK_BYTES
from services.visitor import Person
from tests.factories import a_person
from tests.services.documents.having import PDF, seen
from tests.services.storage.keeping import stored_in

FILE = PDF + b"\n% what a reader skips\n" * 80_000
"""A PDF of two parts."""


def cut(content: bytes) -> list[bytes]:
    return [content[at : at + CHUNK_BYTES] for at in range(0, len(content), CHUNK_BYTES)]


def offered(content: bytes = FILE, name: str = "w2.pdf") -> Offered:
    return Offered(name, len(content), hashlib.sha256(content[:CHUNK_BYTES]).hexdigest())


async def begun(house: House, person: Person, content: bytes = FILE) -> Upload:
    async with house.transaction(person) as session:
        return await uploading.begin(session, person, offered(content), owner_id=person.person_id)


async def again(house: House, person: Person, wanted: Offered) -> Upload | None:
    async with house.transaction(person) as session:
        return await uploading.known_again(session, person, wanted, owner_id=person.person_id)


async def finish(house: House, person: Person, *ids: UUID) -> list[UUID]:
    async with house.transaction(person) as session:
        return await uploading.finish(session, person, ids, category="w2", tax_year="2025", owner_id=person.person_id)


async def test_a_file_goes_on_where_it_was_and_becomes_a_document(house: House) -> None:
    rosa = await a_person(house)
    upload = await begun(house, rosa)
    first, second = cut(FILE)
    assert await take_part(house, rosa, upload.id, 0, first) == 1
    known = await again(house, rosa, offered())
    assert known
    assert (known.id, known.parts_received, known.bytes_received) == (upload.id, 1, CHUNK_BYTES)
    assert await take_part(house, rosa, upload.id, 0, first) == 1, "a part that came twice is fine"
    assert await take_part(house, rosa, upload.id, 1, second) == 2
    assert await finish(house, rosa, upload.id) == [upload.id]
    await check_document.work(house, document_id=str(upload.id))
    document, papers = await seen(house, rosa, upload.id)
    assert (document.name, document.status, document.size_bytes) == ("w2.pdf", DocumentStatus.CHECKED, len(FILE))
    assert [paper.text for paper in papers] == ["Wages 31200", "Page two"]
    assert b"".join([piece async for piece in house.documents.reading(upload.id, size=len(FILE))]) == FILE
    assert await again(house, rosa, offered()) is None, "it is a document now, and no upload"


async def test_parts_lie_sealed(house: House) -> None:
    rosa = await a_person(house)
    await take_part(house, rosa, (await begun(house, rosa)).id, 0, cut(FILE)[0])
    folder: Path = house.settings.files_folder / "document"
    [part] = stored_in(folder)
    assert b"%PDF" not in part
    assert b"what a reader skips" not in part


@pytest.mark.parametrize(
    "other",
    [offered(name="w3.pdf"), offered(FILE + b"x"), offered(b"y" + FILE[1:])],
    ids=["another name", "another size", "another beginning"],
)
async def test_another_file_is_not_taken_for_the_same(house: House, other: Offered) -> None:
    rosa = await a_person(house)
    await begun(house, rosa)
    assert await again(house, rosa, other) is None


async def test_what_is_not_whole_is_not_added(house: House) -> None:
    rosa = await a_person(house)
    upload = await begun(house, rosa)
    await take_part(house, rosa, upload.id, 0, cut(FILE)[0])
    for ids in ([upload.id], [], [upload.id, UUID(int=1)]):
        with pytest.raises(Invalid, match="not_whole"):
            await finish(house, rosa, *ids)


async def test_a_part_out_of_turn_of_another_length_or_beginning_is_refused(house: House) -> None:
    rosa = await a_person(house)
    upload = await begun(house, rosa)
    first, second = cut(FILE)
    with pytest.raises(Conflict):
        await take_part(house, rosa, upload.id, 1, second)
    for wrong in (first[:-1], b"", b"%PDF-x" + first[6:]):
        with pytest.raises(Invalid, match="bad_part"):
            await take_part(house, rosa, upload.id, 0, wrong)
    await take_part(house, rosa, upload.id, 0, first)
    for wrong in (second + b"x", second[:-1]):
        with pytest.raises(Invalid, match="bad_part"):
            await take_part(house, rosa, upload.id, 1, wrong)
    assert await take_part(house, rosa, upload.id, 1, second) == 2, "what was refused keeps nobody away"


async def test_a_part_that_is_being_stored_keeps_a_second_one_away(house: House) -> None:
    """Else a slow part could come after the check, and put something else in the place of what was checked."""
    rosa = await a_person(house)
    upload = await begun(house, rosa)
    async with house.transaction(rosa) as session:
        row = (await session.exec(select(DocumentUpload).where(DocumentUpload.id == upload.id))).one()
        row.claimed_until = house.clock.now() + timedelta(seconds=1)
    with pytest.raises(Conflict):
        await take_part(house, rosa, upload.id, 0, cut(FILE)[0])


@pytest.mark.parametrize(
    ("begins", "why"), [(b"", DocumentRefusal.KIND), (b"\0\0\0\x18ftypheic", DocumentRefusal.HEIC)]
)
async def test_of_a_file_that_we_do_not_take_the_rest_need_not_come(
    house: House, begins: bytes, why: DocumentRefusal
) -> None:
    rosa = await a_person(house)
    film = begins + bytes(CHUNK_BYTES * 3 - len(begins))
    upload = await begun(house, rosa, film)
    assert await take_part(house, rosa, upload.id, 0, film[:CHUNK_BYTES]) == 3
    assert await finish(house, rosa, upload.id) == [upload.id]
    document, _ = await seen(house, rosa, upload.id)
    assert document.refusal is why
    assert stored_in(house.settings.files_folder / "document") == []


async def test_a_stranger_finds_adds_and_sends_nothing(house: House) -> None:
    rosa, james = await a_person(house), await a_person(house)
    upload = await begun(house, rosa)
    assert await again(house, james, offered()) is None
    with pytest.raises(NotFound):
        await take_part(house, james, upload.id, 0, cut(FILE)[0])
    with pytest.raises(Invalid, match="not_whole"):
        await finish(house, james, upload.id)


async def test_of_what_is_no_document_for_us_nothing_need_come(house: House) -> None:
    rosa = await a_person(house)
    most = house.settings.largest_document_mb * 1_000_000
    for size, first, why in (
        (0, b"", DocumentRefusal.EMPTY),
        (most + 1, b"%PDF-1.7", DocumentRefusal.TOO_LARGE),
        (10**10, b"%PDF-1.7", DocumentRefusal.TOO_LARGE),
        (9, b"MZ", DocumentRefusal.KIND),
    ):
        wanted = Offered("w2.pdf", size, "0" * 64, first)
        async with house.transaction(rosa) as session:
            upload = await uploading.begin(session, rosa, wanted, owner_id=rosa.person_id)
            assert (upload.is_refused, upload.bytes_received) == (True, upload.size_bytes)
            assert await on_their_way.uploads(session, rosa, owner_id=rosa.person_id) == []
        assert await again(house, rosa, wanted) == upload
        assert await finish(house, rosa, upload.id) == [upload.id]
        assert (await seen(house, rosa, upload.id))[0].refusal is why


async def test_after_a_day_what_broke_off_is_gone(house: House) -> None:
    rosa = await a_person(house)
    upload = await begun(house, rosa)
    await take_part(house, rosa, upload.id, 0, cut(FILE)[0])
    await keeping.delete_stray_files(house)
    assert len(stored_in(house.settings.files_folder / "document")) == 1, "it is on its way"
    later = replace(house, clock=FixedClock(datetime.now(UTC) + LASTS + timedelta(minutes=1)))
    with pytest.raises(NotFound):
        await take_part(later, rosa, upload.id, 1, cut(FILE)[1])
    await retention.delete_what_is_over(later)
    await keeping.delete_stray_files(later)
    assert stored_in(house.settings.files_folder / "document") == []


async def test_the_oldest_of_very_many_makes_room(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "MOST_OPEN", 2)
    rosa = await a_person(house)
    files = [FILE + bytes(number) for number in range(3)]
    begun_ones = [await begun(house, rosa, each) for each in files]
    async with house.transaction(rosa) as session:
        assert [each.id for each in await on_their_way.uploads(session, rosa, owner_id=rosa.person_id)] == [
            each.id for each in begun_ones[1:]
        ]


async def test_a_changed_key_has_a_file_begin_again(house: House) -> None:
    """So no part is left behind that an older key sealed, when `make rotate-keys` says that it may go."""
    rosa = await a_person(house)
    upload = await begun(house, rosa)
    changed = replace(house, keyring=Keyring({"k2": AESGCM(os.urandom(32)), **house.keyring.keys}))
    assert await again(changed, rosa, offered()) is None
    with pytest.raises(NotFound):
        await take_part(changed, rosa, upload.id, 0, cut(FILE)[0])
