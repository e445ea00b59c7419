"""Files that are too large, broken, disguised or made to fill a machine: none is kept as a document, none does harm."""

import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from db.values.documents import DocumentStatus
from services.documents import listing
from services.jobs.check_document import check_document
from services.settings import Settings
from services.visitor import Person
from tests.app import App, Somebody
from tests.people import known_as
from tests.security.attempts import Attempts
from tests.security.doors import forms
from tests.security.hostile import SENSES
from tests.services.file_reader.papers import SVG, a_bomb, a_pdf
from tests.services.storage.keeping import left_in
from ui.cookies import DRAFTS

MEGABYTE = 1_000_000
BOUNDARY = "----hostile"
MOST_READ = 10 * MEGABYTE
"""So much and no more is read of any body, in a house that takes files of one megabyte, five at once."""
FORMS = {"/api/forms/documents": "files", "/api/forms/feedback": "video"}
NAMES = (
    *("../../../../etc/cron.d/x.pdf", "..\\..\\windows\\x.pdf", "/etc/passwd", "C:\\x.pdf", "x.pdf\x00.html"),
    *("x\r\nSet-Cookie: stolen=1.pdf", '"; filename="other.pdf', "\u202efdp.exe", "a" * 10_000 + ".pdf", "....//x.pdf"),
    *(
        "file:///etc/passwd",
        "http://169.254.169.254/latest.pdf",
        "%2e%2e%2fx.pdf",
        "CON",
        ".",
        "<script>x</script>.pdf",
    ),
)


def a_zip_bomb() -> bytes:
    """A small archive of a hundred megabytes of nothing."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number in range(10):
            archive.writestr(f"{number}.xml", bytes(10 * MEGABYTE))
    return packed.getvalue()


def a_pdf_bomb() -> bytes:
    """A PDF whose page unpacks to hundreds of megabytes: Flate over Flate (ISO 32000-2, 7.4)."""
    stream = zlib.compress(zlib.compress(bytes(300 * MEGABYTE), 9), 9)
    head = f"<</Length {len(stream)} /Filter [/FlateDecode /FlateDecode]>> stream\n".encode()
    return a_pdf("x").replace(b"11 0 obj <<", b"11 0 obj " + head + stream + b"\nendstream endobj\n91 0 obj <<", 1)


def a_pdf_that_looks_elsewhere() -> bytes:
    """A PDF that wants to run a program, open an address, and read a file when it is opened."""
    acts = (
        "/OpenAction <</S /Launch /F (/bin/sh)>> /AA <</O <</S /URI /URI (http://169.254.169.254/)>>>> "
        "/Names <</JavaScript <</Names [(x) <</S /JavaScript /JS (app.launchURL\\('http://127.0.0.1'\\))>>]>>>> "
    )
    return a_pdf("x").replace(b"/Type /Catalog", b"/Type /Catalog " + acts.encode(), 1)


def a_webm_of_nothing() -> bytes:
    """The first bytes of a film, and nothing that follows."""
    return b"\x1aE\xdf\xa3" + struct.pack(">Q", 2**63)


HOSTILE = {
    "nothing": b"",
    "SVG that is called PDF": SVG,
    "HTML that is called PDF": b"<!doctype html><script>alert(1)</script>" + b" " * 200,
    "HTML before a PDF": b"<html><script>alert(1)</script>" + b" " * 2_000 + a_pdf("x"),
    "a program": b"\x7fELF" + bytes(400),
    "a PDF that ends": a_pdf("x")[:-150],
    "a PDF of garbage": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "a PDF with a password": a_pdf("x", locked=True),
    "an archive that swells": a_zip_bomb(),
    "a picture that swells": a_bomb(),
    "a film of nothing": a_webm_of_nothing(),
}
"""None of these becomes a document."""


@pytest.fixture(name="settings")
def _settings(settings: Settings) -> Settings:
    """A house that takes documents and videos of one megabyte."""
    return settings.model_copy(update={"largest_document_mb": 1, "largest_video_mb": 1})


async def the_rest(app: App, person: Person) -> list[listing.OwnDocument]:
    """What of this person's is kept when the jobs are done."""
    async with app.house.transaction(person) as session:
        found = await listing.documents(session, person)
    for each in found:
        await check_document.work(app.house, document_id=str(each.id))
    async with app.house.transaction(person) as session:
        return list(await listing.documents(session, person))


def body_of(field: str, name: str, content: bytes) -> bytes:
    """A form with one file, as no browser would write its name."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    return head.encode(errors="replace") + content + f"\r\n--{BOUNDARY}--\r\n".encode()


async def post(somebody: Somebody, path: str, body: bytes | AsyncIterator[bytes], **headers: str) -> int:
    """Send a body; the status, after a look at what the answer tells."""
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    reply = await somebody.http_client.post(path, content=body, headers=kind | headers)
    assert not any(sense in reply.text for sense in SENSES)
    return reply.status_code


async def test_no_hostile_file_becomes_a_document(app: App, attempts: Attempts) -> None:
    for kind, content in HOSTILE.items():
        somebody, person = await known_as(app)
        status = await post(somebody, "/api/forms/documents", documents_body("x.pdf", content))
        taken = [each.status for each in await the_rest(app, person) if each.status is not DocumentStatus.REFUSED]
        attempts.tried(f"{kind}: {status} {taken}", refused=status < 500 and not taken)
        status = await post(app.somebody(), "/api/forms/feedback", body_of("video", "x.mp4", content))
        attempts.tried(f"{kind} as a video: {status}", refused=status < 500)
    assert left_in(app.house.settings.files_folder / "feedback_video") == []


async def test_a_pdf_that_acts_or_swells_is_drawn_without_it_or_refused(app: App, attempts: Attempts) -> None:
    for kind, content in (("acts", a_pdf_that_looks_elsewhere()), ("swells", a_pdf_bomb())):
        somebody, person = await known_as(app)
        assert len(content) < MEGABYTE
        status = await post(somebody, "/api/forms/documents", documents_body("x.pdf", content))
        [document] = await the_rest(app, person)
        at_rest = document.status in {DocumentStatus.CHECKED, DocumentStatus.REFUSED}
        attempts.tried(f"a PDF that {kind}: {status} {document.status}", refused=status < 500 and at_rest)


async def test_no_name_of_a_file_leads_out_of_the_store_or_into_a_header(app: App, attempts: Attempts) -> None:
    folder = app.house.settings.data_dir
    somebody, person = await known_as(app)
    before = {path for path in folder.parent.rglob("*") if not path.is_relative_to(folder)}
    for name in NAMES:
        for path, field in FORMS.items():
            status = await post(somebody, path, documents_body(name, a_pdf("x"), field=field))
            attempts.tried(f"{path} {name[:30]!r}: {status}", refused=status < 500)
    for document in await the_rest(app, person):
        reply = await somebody.http_client.get(f"/documents/{document.id}")
        attempts.tried(f"the page of {document.name[:30]!r}", refused="<script>x" not in reply.text)
        set_by_it = [each for each in reply.headers.get_list("set-cookie") if not each.startswith(f"{DRAFTS}=")]
        attempts.tried(f"a header of {document.name[:30]!r}", refused=set_by_it == [])
    after = {path for path in folder.parent.rglob("*") if not path.is_relative_to(folder)}
    attempts.tried(f"files beside the store: {after - before}", refused=after == before)


async def test_no_form_reads_a_body_without_end(app: App, attempts: Attempts) -> None:
    """It comes in chunks that never end, and names no length."""
    somebody, _ = await known_as(app)
    for door in forms(app):
        kinds = [f"multipart/form-data; boundary={BOUNDARY}", "application/x-www-form-urlencoded", "application/json"]
        for kind in kinds:
            stream = Endless(b"a=" if "form-u" in kind else f"--{BOUNDARY}\r\n".encode())
            headers = {"Content-Type": kind}
            with suppress(ConnectionError):
                reply = await somebody.http_client.post(door.filled(), content=stream.chunks(), headers=headers)
                attempts.tried(f"{door.path} {kind[:20]} {reply.status_code}", refused=reply.status_code < 500)
            attempts.tried(f"{door.path} {kind[:20]} read {stream.given}", refused=stream.given <= MOST_READ)


class Endless:
    """A body that goes on as long as somebody reads it; after a bound, the test gives up."""

    def __init__(self, begin: bytes) -> None:
        self._begin, self.given = begin, 0

    async def chunks(self) -> AsyncIterator[bytes]:
        """Piece after piece."""
        yield self._begin
        while self.given <= MOST_READ:
            self.given += 100_000
            yield b"a" * 100_000


def documents_body(name: str, content: bytes, *, field: str = "files") -> bytes:
    """The form of documents with one file, or that of feedback."""
    fields = {"category": "w2", "tax_year": "2025", "about": "idea", "message": "Hello.", "email": "", "page": ""}
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()]
    return "".join(parts).encode() + body_of(field, name, content)
