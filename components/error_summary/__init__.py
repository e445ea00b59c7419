"""What to mend on a page, in one place, with a link to each field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nicegui.element import Element

from components.field import Field
from components.link import place_link
from components.native import element, written
from services.words import sentence


@dataclass(frozen=True)
class FieldError:
    """A field of this page and the sentence that says what to do there."""

    field: Field[Any]
    message: str


def error_summary(errors: Sequence[FieldError]) -> Element:
    """Draw it at the top of the page. It takes the focus when it appears, and its links put the focus into the fields.

    Its heading says that something is to be mended; each sentence is the same as beside the field.
    """
    with element("div", "error-summary", tabindex="-1", role="group", data_takes_focus="") as summary:
        title = written("h2", sentence("errors_on_page.title"))
        with element("ul"):
            for error in errors:
                with element("li"):
                    place_link(error.message, error.field.html_id)
    summary.props["aria-labelledby"] = title.html_id
    return summary
