"""How far the files of a form are on their way, and what to do when the connection breaks."""

import json

from components.error_line import error_line
from components.native import element, written
from services.words import sentence

_WORDS = ("sent", "lost", "too_large", "too_often", "failed")
_WORDS_IN_PARTS = ("lost_in_parts", "waiting", "resumed")


def upload_progress(*, parts: str = "", part_bytes: int = 0) -> None:
    """Draw it inside a `form(..., carries_files=True)`, above its button.

    While the form is sent, a bar and its number say how far it is, and quarters are read out. When the connection
    breaks, the sentence says so and gets read, and everything that was chosen stays. The form's address answers a post
    that accepts JSON with `{"to": path}`; without our script the browser posts the form itself.

    `parts` is where files can be sent in parts of `part_bytes` (api/documents/uploads.py); then they go on where they
    were, and the form's address followed by "/parts" takes the fields with the ids of the files, in `upload`.
    A file that can't come is told there too: its name in `left`, and the code of the reason in `why`.
    """
    words = {each: sentence(f"upload.{each}") for each in (*_WORDS, *(_WORDS_IN_PARTS if parts else ()))}
    with element(
        "div",
        data_upload="",
        data_words=json.dumps(words),
        data_parts=parts or None,
        data_part_bytes=part_bytes or None,
    ):
        with element("div", "progress", hidden=True) as going:
            name = written("label", sentence("upload.label"))
            written("span", "", "num", aria_hidden="true", data_seen="")  # the bar tells its number by itself
            written("span", "", "visually-hidden", role="status")
            name.props["for"] = element("progress", max=100).html_id
        going.props["data-going"] = ""
        note = written("p", "", "small", role="status")
        note.props["data-note"] = ""
        with element("div", role="alert"):
            error_line("").props["hidden"] = True
