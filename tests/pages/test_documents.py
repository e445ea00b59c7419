"""The pages of documents: what is there and how far it is, what stands on a document, and what is done with it."""

import pytest

from db.values.people import Role
from services.settings import Settings
from services.words import day_of
from tests.api.sending_documents import send_documents
from tests.app import App, Somebody, text_of
from tests.documents import PDF, checked_documents, only_document
from tests.pages.acting import elements, field, heard, press, type_into
from tests.people import somebody_as
from tests.services.file_reader.papers import a_picture


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house that checks documents when a test says so."""
    return settings.model_copy(update={"jobs_in_app": False})


@pytest.fixture
async def rosa(app: App) -> Somebody:
    """Somebody with an account."""
    return await somebody_as(app, Role.CUSTOMER)


async def test_who_has_no_documents_reads_what_to_do(rosa: Somebody) -> None:
    await rosa.open("/documents")
    assert "You have no documents yet." in rosa.says()


async def test_documents_stand_under_their_year_and_under_what_they_are(rosa: Somebody) -> None:
    for year, category, name in (
        ("2024", "w2", "old.pdf"),
        ("2025", "insurance", "health.pdf"),
        ("2025", "w2", "new.pdf"),
        ("", "identity", "licence.pdf"),
    ):
        await send_documents(rosa, (name, PDF), category=category, tax_year=year)
    await rosa.open("/documents")
    said = rosa.says()
    said = said[said.index("Tax year 2025") :]
    in_order = (
        "Tax year 2025",
        "W-2",
        "new.pdf",
        "Insurance",
        "health.pdf",
        "Tax year 2024",
        "old.pdf",
        "No tax year",
        "licence.pdf",
    )
    places = [said.index(each) for each in in_order]
    assert places == sorted(places)


async def test_an_open_list_hears_when_a_document_is_checked(app: App, rosa: Somebody) -> None:
    await send_documents(rosa, ("w2.pdf", PDF), ("bad.pdf", b"%PDF-1.4 and no more than this"))
    await rosa.open("/documents")
    assert rosa.says().count("We are checking it") == 2
    await checked_documents(app, rosa)
    await rosa.should_not_see("We are checking it")
    assert "We could not read this file." in rosa.says()


async def test_what_was_not_taken_of_the_files_sent_just_now_stands_on_top_with_why_and_gets_the_focus(
    app: App, rosa: Somebody
) -> None:
    await send_documents(rosa, ("earlier.exe", b"MZ"))
    good, bad = [("w2.pdf", PDF)] * 2, [("a.gif", b"GIF89a"), ("empty.pdf", b""), ("photo.heic", b"MZ")]
    reply = await send_documents(rosa, *good, *bad, ("cut.pdf", PDF[:60]))
    await rosa.open(reply.headers["location"])
    [summary] = [each for each in elements(rosa) if "data-takes-focus" in each.props]
    said = " ".join(text_of(each) for each in summary.descendants())
    for told in ("We did not take 3 files", "a.gif: This is not a kind", "empty.pdf: There is nothing", "photo.heic: "):
        assert told in said
    assert "earlier.exe" not in said
    links = {each.props["href"] for each in summary.descendants() if each.tag == "a"}
    assert links == {f"#{field(rosa, 'Files').html_id}"}
    assert rosa.says().index("We did not take 3 files") < rosa.says().index("Add documents")
    assert "3 files have arrived. We are checking them." in rosa.says()
    await checked_documents(app, rosa)
    await rosa.should_see("2 files have arrived, and they are ready.")
    assert "We did not take 1 file" in rosa.says()
    assert rosa.says().count("cut.pdf: We could not read this file.") >= 1


async def test_a_document_shows_its_pages_with_their_text(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    await rosa.open(f"/documents/{document_id}")
    said = rosa.says()
    for expected in (
        "w2.pdf",
        "W-2, Tax year 2025",
        "Page 1 of 2",
        "Wages 31200",
        "Page 2 of 2",
        "Save the original file",
    ):
        assert expected in said
    pictures = [each for each in rosa.current_layout.descendants() if each.tag == "img"]
    assert [each.props["alt"] for each in pictures] == ["Page 1 of 2 of w2.pdf", "Page 2 of 2 of w2.pdf"]


async def test_a_document_that_is_checked_while_its_page_is_open_appears(app: App, rosa: Somebody) -> None:
    await send_documents(rosa, ("receipt.png", a_picture()))
    [document_id] = await checked_documents(app, rosa, check=False)
    await rosa.open(f"/documents/{document_id}")
    assert "We are checking this document." in rosa.says()
    await checked_documents(app, rosa)
    await rosa.should_see("This page is a picture.")


async def test_a_document_is_renamed_and_moved(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    await rosa.open(f"/documents/{document_id}")
    await type_into(rosa, "Name", "My W-2 from the bakery")
    await type_into(rosa, "Tax year", "2024")
    await press(rosa, "Save")
    assert "Saved." in heard(rosa)
    assert "W-2, Tax year 2024" in rosa.says()
    await rosa.open("/documents")
    assert "My W-2 from the bakery" in rosa.says()


async def test_a_document_without_a_name_is_not_saved(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    await rosa.open(f"/documents/{document_id}")
    await type_into(rosa, "Name", "x" * 121)
    await press(rosa, "Save")
    assert "Please use at most 120 characters." in rosa.says()


async def test_a_document_is_removed_and_taken_back_on_its_own_page_and_on_the_list(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    await rosa.open(f"/documents/{document_id}")
    await press(rosa, "Remove it")
    assert "You can take it back until" in rosa.says()
    assert (await rosa.http_client.get(f"/api/documents/{document_id}/pages/1")).status_code == 404
    await press(rosa, "Take it back")
    assert "Page 1 of 2" in rosa.says()
    await press(rosa, "Remove it")
    await rosa.open("/documents")
    await press(rosa, "Take back w2.pdf")
    assert "w2.pdf is back." in heard(rosa)
    assert "Removed documents" not in rosa.says()


async def test_a_file_that_was_not_taken_leaves_the_list_when_it_is_read(rosa: Somebody) -> None:
    await send_documents(rosa, ("program.exe", b"MZ"))
    await rosa.open("/documents")
    assert "Files that we did not take" in rosa.says()
    await press(rosa, "Take program.exe off this list")
    assert "Files that we did not take" not in rosa.says()
    await rosa.open("/documents")
    assert "program.exe" not in rosa.says()


async def test_a_stranger_finds_nothing(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    james = await somebody_as(app, Role.CUSTOMER)
    assert (await james.http_client.get(f"/documents/{document_id}")).status_code == 404


async def test_a_file_that_was_added_before_is_there_twice_and_says_so(app: App, rosa: Somebody) -> None:
    await send_documents(rosa, ("w2.pdf", PDF), ("other.pdf", PDF), ("bad.gif", b"GIF89a"))
    await rosa.open("/documents")
    assert "was sent before" not in rosa.says()
    reply = await send_documents(rosa, ("w2.pdf", PDF), ("other.pdf", PDF + b" "), ("bad.gif", b"GIF89a"))
    await rosa.open(reply.headers["location"])
    said, today = rosa.says(), day_of(app.house.clock.now())
    again = f"A file with this name and size was sent before, on {today}."
    assert f"w2.pdf: {again} If it is the same, one is enough." in said
    assert "other.pdf: A file" not in said
    assert said.count(again) == 3  # on top, at its card, and at what was not taken


async def test_a_file_whose_twin_was_removed_says_nothing_of_it(app: App, rosa: Somebody) -> None:
    first = await only_document(app, rosa)
    await send_documents(rosa, ("w2.pdf", PDF))
    await rosa.open(f"/documents/{first}")
    await press(rosa, "Remove it")
    await rosa.open("/documents")
    assert "was sent before" not in rosa.says()
