"""Documents in parts, as the script of the form sends them."""

import base64
import hashlib
from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest

from api.documents import uploads
from db.values.people import Role
from services.documents import on_their_way
from services.errors import NotFound
from services.file_reader.kinds import HEAD_BYTES
from services.sharing import Limit
from services.storage import CHUNK_BYTES
from services.words import sentence
from tests.app import App, Somebody
from tests.documents import PDF
from tests.factories import a_person
from tests.pages.acting import press
from tests.people import guest, somebody_as
from tests.services.file_reader.papers import SVG

FILE = PDF + b"\n% what a reader skips\n" * 80_000


@pytest.fixture
async def rosa(app: App) -> Somebody:
    """Somebody with an account."""
    return await somebody_as(app, Role.CUSTOMER)


async def begin(somebody: Somebody, content: bytes = FILE, name: str = "w2.pdf", size: int = 0) -> httpx.Response:
    head = hashlib.sha256(content[:CHUNK_BYTES]).hexdigest()
    offered = {"name": name, "size": size or len(content), "head": head, "first": content[:HEAD_BYTES].hex()}
    return await somebody.http_client.post("/api/documents/uploads", json=offered)


async def put(
    somebody: Somebody, upload_id: str, number: int, *, sent: bytes = b"", digest: str = ""
) -> httpx.Response:
    part = sent or FILE[number * CHUNK_BYTES : (number + 1) * CHUNK_BYTES]
    digest = digest or f"sha-256=:{base64.b64encode(hashlib.sha256(part).digest()).decode()}:"
    path = f"/api/documents/uploads/{upload_id}/{number}"
    return await somebody.http_client.put(path, content=part, headers={"Content-Digest": digest})


async def add(somebody: Somebody, *ids: str, tax_year: str = "2025", left: dict[str, str] | None = None) -> str:
    fields = [("category", "w2"), ("tax_year", tax_year), *(("upload", each) for each in ids)]
    fields += [pair for name, code in (left or {}).items() for pair in (("left", name), ("why", code))]
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
    reply = await somebody.http_client.post("/api/forms/documents/parts", content=urlencode(fields), headers=headers)
    return str(reply.json()["to"])


async def test_a_file_that_broke_off_is_taken_off_the_list_by_who_sent_it_and_by_nobody_else(
    app: App, rosa: Somebody
) -> None:
    broken, kept = [(await begin(rosa, name=name)).json()["id"] for name in ("w2.pdf", "other.pdf")]
    stranger = await a_person(app.house)
    with pytest.raises(NotFound):
        async with app.house.transaction(stranger) as session:
            await on_their_way.give_up(session, stranger, upload_id=UUID(broken))
    await rosa.open("/documents")
    await press(rosa, "Take w2.pdf off this list")
    assert "w2.pdf is off the list." in rosa.says()
    page = (await rosa.http_client.get("/documents")).text
    assert ("w2.pdf" in page, "other.pdf" in page) == (False, True)
    assert (await put(rosa, broken, 0)).status_code == 404
    assert (await put(rosa, kept, 0)).json()["received"] == 1


async def test_a_part_that_is_too_large_is_told_in_words_that_fit_a_file(rosa: Somebody) -> None:
    reply = await put(rosa, (await begin(rosa)).json()["id"], 0, sent=FILE[: CHUNK_BYTES + 1])
    assert (reply.status_code, reply.json()["detail"]) == (413, sentence("document.part_too_large"))
    assert f"{CHUNK_BYTES:,} bytes" in sentence("document.part_too_large")


async def test_a_file_that_broke_off_is_told_and_goes_on(rosa: Somebody) -> None:
    told = (await begin(rosa)).json()
    assert (told["received"], told["part_bytes"]) == (0, CHUNK_BYTES)
    assert (await put(rosa, told["id"], 0)).json()["received"] == 1
    page = (await rosa.http_client.get("/documents")).text
    assert "w2.pdf: 1\xa0MB of 1.8\xa0MB are here. Choose the same file again" in page
    assert (await begin(rosa)).json() == {**told, "received": 1}
    assert (await put(rosa, told["id"], 1)).json()["received"] == 2
    assert "w2.pdf is here, but not in your list." in (await rosa.http_client.get("/documents")).text
    to = await add(rosa, told["id"])
    page = (await rosa.http_client.get(to)).text
    assert "1 file has arrived." in page
    assert "Not added yet" not in page


async def test_a_mistake_in_the_form_costs_nothing_that_is_here(rosa: Somebody) -> None:
    told = (await begin(rosa)).json()
    for number in (0, 1):
        await put(rosa, told["id"], number)
    assert await add(rosa, told["id"], tax_year="next") == "/documents"
    assert "Choose a tax year from the list." in (await rosa.http_client.get("/documents")).text
    assert (await begin(rosa)).json()["received"] == 2
    assert await add(rosa, told["id"]) == f"/documents?sent={told['id']}"


async def test_files_that_could_not_come_are_named_with_why_beside_those_that_did(rosa: Somebody) -> None:
    told = (await begin(rosa, b"")).json()
    left = {"gone.pdf": "document.unreadable", "more.pdf": "document.too_often", "odd.pdf": "unheard of"}
    for ids in ([told["id"]], []):
        page = (await rosa.http_client.get(await add(rosa, *ids, left=left))).text
        assert ("We did not take 1 file" in page) is bool(ids)
        assert f"gone.pdf: {sentence('document.unreadable')}" in page
        assert f"more.pdf: {sentence('document.too_often')}" in page
        assert f"odd.pdf: {sentence('document.unreadable')}" in page
    assert "gone.pdf" not in (await rosa.http_client.get("/documents")).text, "it is said once"
    assert await add(rosa) == "/documents"
    assert sentence("document.no_file") in (await rosa.http_client.get("/documents")).text


async def test_a_part_that_came_damaged_or_is_too_large_is_not_taken(rosa: Somebody) -> None:
    told = (await begin(rosa)).json()
    reply = await put(rosa, told["id"], 0, digest="sha-256=:AAAA:")
    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (400, "document.bad_part")
    assert (await put(rosa, told["id"], 0, sent=bytes(CHUNK_BYTES + 1))).status_code == 413
    assert (await put(rosa, told["id"], 1)).status_code == 409
    assert (await begin(rosa)).json()["received"] == 0


async def test_bad_files_are_not_sent_and_keep_no_good_one_from_being_added(rosa: Somebody) -> None:
    bad = [(b"", "empty.pdf", 0), (SVG, "evil.svg", 0), (b"MZ" + FILE, "exe.jpg", 0), (FILE, "film.pdf", 10**10)]
    told = [(await begin(rosa, content, name, size)).json() for content, name, size in bad]
    assert [each["is_whole"] for each in told] == [True] * 4, "so the browser sends none of their bytes"
    assert "Not added yet" not in (await rosa.http_client.get("/documents")).text
    good = (await begin(rosa)).json()
    for number in (0, 1):
        await put(rosa, good["id"], number)
    page = (await rosa.http_client.get(await add(rosa, *(each["id"] for each in [*told, good])))).text
    assert "1 file has arrived." in page
    for said in (
        "We did not take 4 files",
        "empty.pdf: There is nothing in this file.",
        "evil.svg: This is not a kind of file that we take.",
        "exe.jpg: This is not a kind of file that we take.",
        "film.pdf: This file is too large.",
    ):
        assert said in page


async def test_somebody_else_and_nobody_can_send_nothing_into_it(app: App, rosa: Somebody) -> None:
    told = (await begin(rosa)).json()
    james = await somebody_as(app, Role.CUSTOMER)
    assert (await put(james, told["id"], 0)).status_code == 404
    assert await add(james, told["id"]) == "/documents"
    for nobody in (app.somebody(), await guest(app)):
        assert (await begin(nobody)).status_code == 403
        assert (await put(nobody, told["id"], 0)).status_code == 404
        assert await add(nobody, told["id"]) == "/sign-in?next=/documents"
    rosa.http_client.headers["Origin"] = "https://elsewhere.example"
    assert (await put(rosa, told["id"], 0)).status_code == 403


async def test_who_begins_very_many_files_has_to_wait(rosa: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "AN_HOUR", Limit("documents", 1, 3600))
    assert (await begin(rosa)).status_code == 200
    assert (await begin(rosa)).status_code == 200, "the same file goes on"
    assert (await begin(rosa, name="other.pdf")).json()["errors"][0]["code"] == "document.too_often"


async def test_parts_leave_the_pages_of_their_sender_alone(rosa: Somebody) -> None:
    told = (await begin(rosa)).json()
    replies = [await put(rosa, told["id"], 0) for _ in range(5)]
    assert {reply.status_code for reply in replies} == {200}
    assert {reply.headers["RateLimit-Policy"].split(";")[0] for reply in replies} == {'"parts of files"'}
