"""Documents by the native form, and what is given back of them: to their owner, for minutes, and never as a page."""

import logging
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from urllib.parse import quote, urlencode

import httpx
import pytest

from api.forms.documents import sending as form
from db.values.people import Role
from services.accounts.sessions import PROOF_LASTS
from services.documents.links import LAST
from services.settings import Settings
from services.sharing import Limit
from services.words import sentence
from tests.api.sending_documents import File, send_documents
from tests.app import App, Somebody
from tests.documents import PDF, checked_documents, only_document
from tests.factories import PASSWORD
from tests.people import guest, somebody_as
from tests.services.file_reader.papers import SVG, a_picture
from tests.services.storage.keeping import left_in, stored_in, take_away

MEGABYTE = 1_000_000


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house that takes documents of one megabyte, and checks them when a test says so."""
    return settings.model_copy(update={"largest_document_mb": 1, "jobs_in_app": False})


@pytest.fixture
def folder(settings: Settings) -> Path:
    """Where documents lie."""
    return settings.files_folder / "document"


@pytest.fixture
async def rosa(app: App) -> Somebody:
    """Somebody with an account."""
    return await somebody_as(app, Role.CUSTOMER)


async def page_after(somebody: Somebody, reply: httpx.Response) -> str:
    assert reply.status_code == 303, reply.text
    return (await somebody.http_client.get(reply.headers["location"])).text


async def test_several_files_are_taken_in_at_once_and_sealed(rosa: Somebody, folder: Path) -> None:
    page = await page_after(rosa, await send_documents(rosa, ("w2.pdf", PDF), ("Quittung für Ohr.png", a_picture())))
    assert "2 files have arrived." in page
    assert "Quittung für Ohr.png" in page
    assert page.count("We are checking it") == 2
    stored = stored_in(folder)
    assert len(stored) == 2
    assert not [one for one in stored if b"%PDF" in one or b"PNG" in one]


async def test_a_bad_file_stands_beside_its_reason_and_the_good_ones_are_kept(rosa: Somebody, folder: Path) -> None:
    files = (("w2.pdf", PDF), ("photo.png", SVG), ("empty.pdf", b""), ("film.pdf", PDF + bytes(MEGABYTE)))
    page = await page_after(rosa, await send_documents(rosa, *files))
    assert "1 file has arrived." in page
    for said in (
        "This is not a kind of file that we take.",
        "There is nothing in this file.",
        "This file is too large.",
    ):
        assert said in page
    assert len(left_in(folder)) == 1


@pytest.mark.parametrize(
    ("files", "fields", "said"),
    [
        ((), {}, "Choose one file or more."),
        (((f"{each}.pdf", PDF) for each in range(11)), {}, "These are more than 10 files."),
        ((("w2.pdf", PDF + bytes(7 * MEGABYTE)),), {}, "These files are too large together."),
        ((("w2.pdf", PDF),), {"category": "taxes"}, "Please choose one of the options."),
        ((("w2.pdf", PDF),), {"tax_year": "next"}, "Choose a tax year from the list."),
    ],
    ids=["none", "too many", "too large together", "no such category", "no such year"],
)
async def test_a_mistake_in_the_form_is_said_and_leaves_nothing(
    rosa: Somebody, folder: Path, files: tuple[File, ...], fields: dict[str, str], said: str
) -> None:
    page = await page_after(rosa, await send_documents(rosa, *files, **fields))
    assert said in page
    assert left_in(folder) == []


async def test_what_was_chosen_stays_when_the_form_comes_back(rosa: Somebody) -> None:
    page = await page_after(rosa, await send_documents(rosa, category="insurance", tax_year="2024"))
    assert '"value":"insurance","selected":true' in page.replace("&quot;", '"').replace(" ", "")


async def test_a_script_that_shows_how_far_it_is_is_told_where_to_go_on(app: App, rosa: Somebody) -> None:
    rosa.http_client.headers["Accept"] = "application/json"
    reply = await send_documents(rosa, ("w2.pdf", PDF))
    [document_id] = await checked_documents(app, rosa, check=False)
    assert (reply.status_code, reply.json()) == (200, {"to": f"/documents?sent={document_id}"})
    reply = await send_documents(rosa)
    assert (reply.status_code, reply.json()) == (200, {"to": "/documents"})
    del rosa.http_client.headers["Accept"]
    assert "Choose one file or more." in (await rosa.http_client.get("/documents")).text, "the mistake waits there"


async def test_who_has_no_account_is_asked_to_sign_in(app: App, folder: Path) -> None:
    for somebody in (app.somebody(), await guest(app)):
        reply = await send_documents(somebody, ("w2.pdf", PDF))
        assert reply.headers["location"] == "/sign-in?next=/documents"
    assert left_in(folder) == []


async def test_another_site_can_not_send_documents_in_somebodys_name(rosa: Somebody, folder: Path) -> None:
    rosa.http_client.headers["Origin"] = "https://elsewhere.example"
    assert (await send_documents(rosa, ("w2.pdf", PDF))).status_code == 403
    assert left_in(folder) == []


async def test_who_sends_very_many_files_has_to_wait(rosa: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "AN_HOUR", Limit("documents", 2, 3600))
    assert "2 files have arrived." in await page_after(rosa, await send_documents(rosa, *[("a.pdf", PDF)] * 2))
    assert "in the last hour" in await page_after(rosa, await send_documents(rosa, ("a.pdf", PDF)))


async def test_an_account_has_room_for_so_many(app: App, settings: Settings) -> None:
    object.__setattr__(app.house, "settings", settings.model_copy(update={"most_documents": 1}))
    rosa = await somebody_as(app, Role.CUSTOMER)
    assert "no room" in await page_after(rosa, await send_documents(rosa, *[("a.pdf", PDF)] * 2))


async def test_the_original_comes_back_as_it_was_sent_and_only_as_a_file(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa, "Rosas Löhne.pdf")
    reply = await rosa.http_client.get(f"/api/documents/{document_id}/original")
    assert reply.status_code == 303
    reply = await rosa.http_client.get(reply.headers["location"])
    assert (reply.status_code, reply.content, reply.headers["content-type"]) == (200, PDF, "application/pdf")
    headers = reply.headers
    assert headers["content-disposition"] == (
        "attachment; filename=\"Rosas L_hne.pdf\"; filename*=UTF-8''Rosas%20L%C3%B6hne.pdf"
    )
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "private, no-store")


async def test_an_original_is_saved_after_a_fresh_proof_which_leads_back_to_its_page(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    app.stands_still_at(app.house.clock.now() + PROOF_LASTS + timedelta(seconds=1))
    way = (await rosa.http_client.get(f"/api/documents/{document_id}/original")).headers["location"]
    page = f"/documents/{document_id}?told=proved"
    assert way == f"/account/prove?next={quote(page, safe='')}"
    assert (await rosa.send("prove", password=PASSWORD, next=page)).headers["location"] == page
    await rosa.open(page)
    assert "Now you can save the original file." in rosa.says()
    link = (await rosa.http_client.get(f"/api/documents/{document_id}/original")).headers["location"]
    assert (await rosa.http_client.get(link)).content == PDF


async def test_whose_original_is_not_in_the_store_reads_so_on_its_page_and_it_is_logged_once(
    app: App, rosa: Somebody, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    document_id = await only_document(app, rosa)
    rmtree(folder / str(document_id))
    link = (await rosa.http_client.get(f"/api/documents/{document_id}/original")).headers["location"]
    reply = await rosa.http_client.get(link)
    assert (reply.status_code, reply.headers["location"]) == (303, f"/documents/{document_id}?told=missing")
    assert [str(document_id) in each.message for each in caplog.records if each.levelno >= logging.ERROR] == [True]
    await rosa.open(reply.headers["location"])
    assert "As far as we know, nothing is lost." in rosa.says()


async def test_who_follows_a_link_to_what_is_not_there_reads_our_page_and_a_program_gets_its_json(
    rosa: Somebody,
) -> None:
    nowhere = "/api/documents/01890a5d-ac96-774b-bcce-b302099a8057/original"
    reply = await rosa.http_client.get(nowhere, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (reply.status_code, "There is no page here" in reply.text) == (404, True)
    reply = await rosa.http_client.get(nowhere, headers={"Accept": "application/json"})
    assert (reply.status_code, reply.headers["content-type"]) == (404, "application/problem+json")


async def test_a_part_of_the_original_can_be_had(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    link = (await rosa.http_client.get(f"/api/documents/{document_id}/original")).headers["location"]
    reply = await rosa.http_client.get(link, headers={"Range": "bytes=5-9"})
    assert (reply.status_code, reply.content) == (206, PDF[5:10])


async def test_a_link_is_good_for_minutes_for_one_session_and_one_document(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    link = (await rosa.http_client.get(f"/api/documents/{document_id}/original")).headers["location"]
    page = f"/documents/{document_id}"
    james = await somebody_as(app, Role.CUSTOMER)
    assert (await james.http_client.get(link)).headers["location"] == page
    assert (await app.somebody().http_client.get(link)).headers["location"] == f"/sign-in?next={page}"
    path, query = link.split("?")
    for until, seal in ((0, ""), (4_000_000_000, httpx.QueryParams(query)["seal"]), (4_000_000_000, "é")):
        reply = await rosa.http_client.get(f"{path}?{urlencode({'until': until, 'seal': seal})}")
        assert reply.headers["location"] == page
    app.stands_still_at(app.house.clock.now() + LAST * 2)
    assert (await rosa.http_client.get(link)).headers["location"] == page


async def test_the_picture_of_a_page_is_given_to_the_owner_alone(app: App, rosa: Somebody) -> None:
    document_id = await only_document(app, rosa)
    path = f"/api/documents/{document_id}/pages"
    reply = await rosa.http_client.get(f"{path}/2")
    assert (reply.status_code, reply.headers["content-type"], reply.content[8:12]) == (200, "image/webp", b"WEBP")
    assert (await rosa.http_client.get(f"{path}/3")).status_code == 404
    james = await somebody_as(app, Role.CUSTOMER)
    for address in (f"{path}/1", f"/api/documents/{document_id}/original"):
        assert (await james.http_client.get(address)).status_code == 404
    assert (await app.somebody().http_client.get(f"{path}/1")).status_code == 403


async def test_what_is_not_checked_or_not_taken_is_not_given_back(app: App, rosa: Somebody) -> None:
    await send_documents(rosa, ("w2.pdf", PDF))
    [waiting] = await checked_documents(app, rosa, check=False)
    assert (await rosa.http_client.get(f"/api/documents/{waiting}/original")).status_code == 404


async def test_while_the_store_is_away_the_form_comes_back_and_says_so(rosa: Somebody, folder: Path) -> None:
    take_away(folder)
    page = await page_after(rosa, await send_documents(rosa, ("w2.pdf", PDF)))
    assert sentence("storage.away") in page
