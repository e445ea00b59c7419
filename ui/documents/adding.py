"""The form that sends documents."""

from components.button import button
from components.field import Field
from components.file_picker import Allowed, Files, file_picker
from components.form import form
from components.layout import section
from components.notice import notice
from components.prose import paragraph
from components.upload import upload_progress
from db.values.documents import DocumentCategory, DocumentKind
from services.attempts import Attempt
from services.house import House
from services.storage import CHUNK_BYTES
from services.storage.room import MEGABYTE
from services.trust.helping import Helping
from services.words import sentence
from ui.documents.fields import category_field, year_field
from ui.documents.left_out import left_out
from ui.documents.pace import MOST_AT_ONCE
from ui.mistakes import Mistakes

_ALSO = ("jpeg",)  # how some devices end the name of a JPEG


async def adding(house: House, attempt: Attempt, *, customer: Helping | None = None) -> Field[Files]:
    """What it is, the year, the files, and a button: the field for files. The browser posts it, and nothing is lost.

    `customer` is for whom a trusted person adds them. Where there is no room, it says so before somebody chooses.
    """
    left_out(attempt)
    if not attempt.errors and not await house.documents.has_room():
        with notice("warn"):
            paragraph(sentence("storage.full"))
    title = sentence("trust.helping.add_documents", name=customer.name) if customer else sentence("documents.add")
    later = sentence("trust.helping.document_later", name=customer.name) if customer else sentence("documents.later")
    hidden = {"access": str(customer.access_id)} if customer else {}
    with section(title), form("/api/forms/documents", carries_files=True, hidden=hidden):
        return _fields(house, attempt, later)


def _fields(house: House, attempt: Attempt, later: str) -> Field[Files]:
    mistakes, typed, this_year = Mistakes(attempt), attempt.typed, house.clock.now().year
    what = typed.get("category", str(DocumentCategory.OTHER))
    category = category_field(what, error=mistakes.of("category"), hint=later)
    year = year_field(typed.get("tax_year", str(this_year - 1)), this_year=this_year, error=mistakes.of("tax_year"))
    files = file_picker(
        sentence("documents.files"),
        name="files",
        allowed=Allowed([*map(str, DocumentKind), *_ALSO], house.settings.largest_document_mb * MEGABYTE),
        at_most=MOST_AT_ONCE,
        hint=sentence("documents.files_hint"),
        error=mistakes.of("files"),
        required=True,
    )
    upload_progress(parts="/api/documents/uploads", part_bytes=CHUNK_BYTES)
    button(sentence("documents.send"), submit=True, busy=sentence("documents.sending"))
    mistakes.sum_up(category=category, tax_year=year, files=files)
    return files
