"""A whole number, such as miles or people."""

import re

from components.field import Commit, Field, Says, Typed, Unreadable
from components.field.one_text import ITS_TEXT
from components.field.pasted import without_spaces
from components.native import element

_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")


def number_field(
    label: str,
    *,
    name: str = "",
    value: int | None = None,
    on_commit: Commit[int | None] | None = None,
    hint: str = "",
    error: str = "",
    required: bool = False,
    draft_key: str | None = "",
) -> Field[int | None]:
    """A labelled whole number. Commits on blur or Enter; takes "1,200" and "1 200", and gives None when it is empty.

    It is text, because a native number input changes by itself when somebody scrolls over it.
    """
    field = Field(Says(label, hint, error, required), value=value, write=_as_typed, draft_key=draft_key)
    with field, element("div", "number"):
        control = element(
            "input",
            type="text",
            inputmode="numeric",
            autocomplete="off",
            name=name or None,
            defaultValue=_as_typed(value)[0] or None,
        )
    field.hold(control)
    field.commits(control, ITS_TEXT, _read, on_commit)
    return field


def _as_typed(value: int | None) -> Typed:
    return ["" if value is None else f"{value:,}"]


def _read(typed: Typed) -> int | None:
    text = without_spaces(typed[0])
    if text and not _WHOLE.fullmatch(text):
        raise Unreadable("number.not_whole")
    return int(text.replace(",", "")) if text else None
