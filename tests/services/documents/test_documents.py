"""A customer's documents: taken in, looked into, named, moved, removed, taken back and deleted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from db.tables.documents import Document
from db.values.documents import DocumentCategory, DocumentKind, DocumentRefusal, DocumentStatus
from services.clock import FixedClock
from services.documents import changing, keeping, listing, receiving
from services.documents.changing import WAY_BACK
from services.documents.names import tidy
from services.errors import Invalid, NotFound
from services.house import House
from services.jobs.by_the_clock.delete_old_documents import delete_old_documents
from services.jobs.check_document import check_document
from tests.factories import a_person
from tests.services.documents.having import PDF, arrived, checked, received, seen
from tests.services.file_reader.papers import SVG, a_bomb, a_pdf, a_picture
from tests.services.storage.keeping import kept, stored_in


async def test_a_document_waits_until_it_is_checked_and_then_has_pages_with_their_text(house: House) -> None:
    rosa = await a_person(house)
    document_id = await received(house, rosa)
    document, papers = await seen(house, rosa, document_id)
    assert (document.status, papers) == (DocumentStatus.WAITING, [])
    await check_document.work(house, document_id=str(document_id))
    await check_document.work(house, document_id=str(document_id))  # a job may run twice
    document, papers = await seen(house, rosa, document_id)
    assert (document.status, document.kind, document.name) == (DocumentStatus.CHECKED, DocumentKind.PDF, "w2.pdf")
    assert (document.category, document.tax_year) == (DocumentCategory.W2, 2025)
    assert [(each.number, each.text.strip()) for each in papers] == [(1, "Wages 31200"), (2, "Page two")]
    assert len(await house.document_pages.ids()) == 2


async def test_neither_name_nor_text_nor_bytes_can_be_read_where_they_lie(house: House) -> None:
    rosa = await a_person(house)
    document_id = await checked(house, rosa, a_pdf("Wages 31200"), name="divorce.pdf")
    async with house.transaction(rosa) as session:
        rows = await (await session.connection()).execute(
            text("select d.name_sealed, p.text_sealed from document d join document_page p on p.document_id = d.id")
        )
        sealed = b"".join(part for row in rows for part in row)
    for lie in (sealed, *stored_in(Path(house.settings.files_folder) / "document")):
        assert b"divorce" not in lie
        assert b"Wages" not in lie
    assert document_id in await house.documents.ids()


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "empty.pdf", DocumentRefusal.EMPTY),
        (SVG, "picture.png", DocumentRefusal.KIND),
        (b"MZ", "program.pdf", DocumentRefusal.KIND),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "photo.jpg", DocumentRefusal.HEIC),
        (PDF + bytes(1_000_000), "large.pdf", DocumentRefusal.TOO_LARGE),
        (PDF[:60], "cut.pdf", DocumentRefusal.BROKEN),
        (a_pdf("x", locked=True), "locked.pdf", DocumentRefusal.LOCKED),
        (a_bomb(), "bomb.png", DocumentRefusal.TOO_MANY_PIXELS),
    ],
)
async def test_what_we_do_not_take_is_told_with_its_reason_and_leaves_no_file(
    house: House, content: bytes, name: str, why: DocumentRefusal
) -> None:
    object.__setattr__(house, "settings", house.settings.model_copy(update={"largest_document_mb": 1}))
    rosa = await a_person(house)
    document, papers = await seen(house, rosa, await checked(house, rosa, content, name=name))
    assert (document.status, document.refusal, papers) == (DocumentStatus.REFUSED, why, [])
    assert document.name == name
    assert await house.documents.ids() == []
    assert await house.document_pages.ids() == []


async def test_a_document_is_renamed_and_moved(house: House) -> None:
    rosa = await a_person(house)
    document_id = await checked(house, rosa)
    async with house.transaction(rosa) as session:
        moved = await changing.place_at(
            session, rosa, document_id=document_id, name="  My  W-2 ", category="other", tax_year=""
        )
    assert (moved.name, moved.category, moved.tax_year) == ("My W-2", DocumentCategory.OTHER, None)
    assert (await seen(house, rosa, document_id))[0] == moved


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"category": "taxes"}, "category"),
        ({"tax_year": "1999"}, "tax_year"),
        ({"tax_year": "2027"}, "tax_year"),
        ({"tax_year": "²"}, "tax_year"),
    ],
)
async def test_a_name_a_category_or_a_year_that_is_none_is_said(
    house: House, changed: dict[str, str], field: str
) -> None:
    rosa = await a_person(house)
    document_id = await received(house, rosa)
    wanted = {"name": "W-2", "category": "w2", "tax_year": "2025"} | changed
    with pytest.raises(Invalid) as refused:
        async with house.transaction(rosa) as session:
            await changing.place_at(session, rosa, document_id=document_id, **wanted)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("sent", "kept_as"),
    [
        ("C:\\Users\\rosa\\w2.pdf", "w2.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\u202ec.pdf", "a bc.pdf"),
        ("x" * 200 + ".pdf", "x" * 59 + "…" + "x" * 56 + ".pdf"),
    ],
)
def test_a_name_is_what_a_person_reads(sent: str, kept_as: str) -> None:
    assert tidy(sent) == kept_as


async def test_an_account_has_room_for_so_many_documents(house: House) -> None:
    object.__setattr__(house, "settings", house.settings.model_copy(update={"most_documents": 2}))
    rosa = await a_person(house)
    await received(house, rosa)
    async with house.transaction(rosa) as session:
        await receiving.check_room(session, rosa.person_id)
        with pytest.raises(Invalid, match="too_many"):
            await receiving.check_room(session, rosa.person_id, number=2)


async def test_nobody_else_reaches_a_document(house: House) -> None:
    rosa, james = await a_person(house), await a_person(house)
    document_id = await checked(house, rosa)
    async with house.transaction(james) as session:
        assert await listing.documents(session, james) == []
        assert (await session.exec(select(Document))).first() is None
        for act in (listing.document_at, changing.remove, changing.take_back):
            with pytest.raises(NotFound):
                await act(session, james, document_id=document_id)
        for table in ("document", "document_page"):
            found = await (await session.connection()).execute(text(f"select * from {table}"))  # noqa: S608
            assert found.first() is None


async def test_what_is_removed_can_be_taken_back_and_is_deleted_after_thirty_days(
    house: House, clock: FixedClock
) -> None:
    rosa = await a_person(house)
    stays, goes = await checked(house, rosa), await checked(house, rosa)
    async with house.transaction(rosa) as session:
        for document_id in (stays, goes):
            assert (await changing.remove(session, rosa, document_id=document_id)).removed_at == clock.now()
        assert (await changing.take_back(session, rosa, document_id=stays)).removed_at is None
    clock.advance(WAY_BACK - timedelta(minutes=1))
    await delete_old_documents.work(house)
    assert (await seen(house, rosa, goes))[0].removed_at
    clock.advance(timedelta(minutes=2))
    await delete_old_documents.work(house)
    with pytest.raises(NotFound):
        await seen(house, rosa, goes)
    assert await house.documents.ids() == [stays]
    assert len(await house.document_pages.ids()) == 2


async def test_with_an_account_all_its_documents_can_be_deleted(house: House) -> None:
    rosa, james = await a_person(house), await a_person(house)
    await checked(house, rosa)
    await received(house, rosa)
    of_james = await received(house, james)
    await keeping.delete_all_of(house, rosa.person_id)
    async with house.transaction(rosa) as session:
        assert await listing.documents(session, rosa) == []
    assert await house.documents.ids() == [of_james]
    assert await house.document_pages.ids() == []


async def test_files_that_no_row_knows_are_deleted_a_day_later(house: House, clock: FixedClock) -> None:
    clock.instant = datetime.now(UTC)  # the id of a file says when it was begun, by the clock of the machine
    rosa = await a_person(house)
    known = (await arrived(house, PDF, "w2.pdf")).file_id
    await kept(house.document_pages, b"a picture")
    document_id = await received(house, rosa)
    refused = await checked(house, rosa, PDF[:60])
    await kept(house.documents, PDF, file_id=refused)  # as if a process ended before it had deleted it
    clock.advance(timedelta(days=1, minutes=1))
    await delete_old_documents.work(house)
    assert await house.documents.ids() == [document_id] != [known]
    assert await house.document_pages.ids() == []


async def test_a_photo_is_a_document_of_one_page_without_text(house: House) -> None:
    rosa = await a_person(house)
    document, [paper] = await seen(house, rosa, await checked(house, rosa, a_picture("JPEG"), name="receipt.jpg"))
    assert (document.kind, paper.text, paper.width) == (DocumentKind.JPEG, "", 300)
