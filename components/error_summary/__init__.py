"""What to mend on a page, in one place, with a link to each field."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
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


def error_summary(errors: Sequence[FieldError], *, title: str = "", goes_when_mended: bool = False) -> Element:
    """Draw it at the top of the page. It takes the focus when it appears, and its links put the focus into the fields.

    Its heading says that something is to be mended, or what `title` says; each sentence is as beside the field. What is
    mended leaves it if it `goes_when_mended`, and with the last of all it goes itself.
    """
    with element("div", "error-summary", tabindex="-1", role="group", data_takes_focus="") as summary:
        heading = written("h2", title or sentence("errors_on_page.title"))
        with element("ul"):
            left = [(error.field, _draw(error)) for error in errors]
    summary.props["aria-labelledby"] = heading.html_id
    if goes_when_mended:
        for field, _ in left:
            if field:
                field.when_right(partial(_mended, summary, left, field))
    return summary


def _draw(error: FieldError) -> Element:
    if error.field is None:
        return written("li", error.message)
    with element("li") as line:
        place_link(error.message, error.field.html_id)
    return line


def _mended(summary: Element, left: list[tuple[Field[Any] | None, Element]], field: Field[Any]) -> None:
    for each in [each for each in left if each[0] is field]:
        left.remove(each)
        (each[1] if left else summary).delete()
