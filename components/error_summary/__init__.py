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
    """A field of this page, if there is one, and the sentence that says what to do there."""

    field: Field[Any] | None
    message: str


def error_summary(errors: Sequence[FieldError], *, title: str = "") -> Element:
    """Draw it at the top of the page. It takes the focus when it appears, and its links put the focus into the fields.

    Its heading says that something is to be mended, or what `title` says; each sentence is as beside the field.
    """
    with element("div", "error-summary", tabindex="-1", role="group", data_takes_focus="") as summary:
        heading = written("h2", title or sentence("errors_on_page.title"))
        with element("ul"):
            for error in errors:
                _draw(error)
    summary.props["aria-labelledby"] = heading.html_id
    return summary


def _draw(error: FieldError) -> None:
    if error.field is None:
        written("li", error.message)
        return
    with element("li"):
        place_link(error.message, error.field.html_id)
