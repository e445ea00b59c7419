"""While the disk is nearly full: files are refused in words before and after they were sent, and text goes on."""

import hashlib

import httpx
import pytest

from db.values.people import Role
from services.settings import Settings
from services.words import sentence
from tests.api.forms_with_files import send
from tests.api.sending_documents import send_documents
from tests.app import App, Somebody
from tests.documents import PDF
from tests.people import somebody_as
from tests.services.feedback.telling import an_mp4
from tests.services.storage.keeping import left_in


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house that wants more free than any disk has."""
    return settings.model_copy(update={"files_leave_free_mb": 10**9})


async def page_after(somebody: Somebody, reply: httpx.Response) -> str:
    assert reply.status_code == 303, reply.text
    return (await somebody.http_client.get(reply.headers["location"])).text


async def test_a_video_is_refused_with_its_text_kept_and_the_text_alone_arrives(app: App, somebody: Somebody) -> None:
    assert sentence("feedback.video_no_room") in (await somebody.http_client.get("/feedback")).text
    page = await page_after(somebody, await send(somebody, an_mp4(300_000), message="No captions on this page."))
    assert sentence("feedback.video_not_stored") in page
    assert "No captions on this page." in page
    assert left_in(app.house.settings.files_folder / "feedback_video") == []
    page = await page_after(somebody, await send(somebody, message="No captions on this page."))
    assert "The number of your message is " in page


async def test_documents_are_refused_whole_and_in_parts(app: App) -> None:
    rosa = await somebody_as(app, Role.CUSTOMER)
    assert sentence("storage.full") in (await rosa.http_client.get("/documents")).text
    assert sentence("storage.full") in await page_after(rosa, await send_documents(rosa, ("w2.pdf", PDF)))
    offered = {"name": "w2.pdf", "size": len(PDF), "head": hashlib.sha256(PDF).hexdigest()}
    reply = await rosa.http_client.post("/api/documents/uploads", json=offered)
    assert (reply.status_code, reply.json()["errors"][0]["detail"]) == (400, sentence("storage.full"))
    assert left_in(app.house.settings.files_folder / "document") == []
