"""The states of upload."""

from components.button import button
from components.file_picker import Allowed, file_picker
from components.form import form
from components.upload import upload_progress


def before_it_is_sent() -> None:
    """In a form that was not sent yet"""
    with form("/development/components", label="Send a file", carries_files=True):
        file_picker("A file", name="file", allowed=Allowed(("pdf",), 1_000_000))
        upload_progress()
        button("Upload the file", submit=True)


def in_parts() -> None:
    """In a form whose files go on where they were"""
    with form("/development/components", label="Send a large file", carries_files=True):
        file_picker("A large file", name="file", allowed=Allowed(("pdf",), 1_000_000))
        upload_progress(parts="/development/parts", part_bytes=100_000)
        button("Upload the file", submit=True)
