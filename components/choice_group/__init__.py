"""One answer out of a few, all of them in view."""

from collections.abc import Sequence
from typing import Literal

from nicegui.element import Element

from components.choice_group.way import Choice, way
from components.field import Commit, Field, Says
from components.field.drafted import key_of
from components.field.one_text import ITS_TEXT, as_typed, text_in
from components.native import element

__all__ = ["Choice", "choice_group"]


def choice_group(
    legend: str,
    options: Sequence[Choice],
    *,
    value: str = "",
    name: str = "",
    on_commit: Commit[str] | None = None,
    error: str = "",
    hint: str = "",
    required: bool = False,
    appearance: Literal["list", "ways"] = "list",
    hidden_legend: bool = False,
    draft_key: str | None = "",
) -> Field[str]:
    """Native radio buttons under one question. Arrow keys move between them; the whole line or tile can be pressed.

    Commits as soon as one is chosen. "ways" draws tiles with icons; `hidden_legend` is for under a heading that asks
    the same. A choice that could not be saved yet survives a reload in this tab.
    """
    says = Says(legend, hint, error, required, group=True, label_is="heard" if hidden_legend else "seen")
    field = Field(says, value=value, write=as_typed, draft_key=key_of(draft_key, name or legend))
    with field, element("div", "ways" if appearance == "ways" else "choices") as choices:
        radios = [_radio(each, name or f"choice-{choices.html_id}", checked=each.value == value) for each in options]
    field.hold(*radios)
    field.commits(choices, ITS_TEXT, text_in, on_commit)
    return field


def _radio(option: Choice, name: str, *, checked: bool) -> Element:
    return way(option, type="radio", name=name, value=option.value, defaultChecked=checked)
