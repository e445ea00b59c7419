"""One answer out of a few, all of them in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nicegui.element import Element

from components.field import Commit, Field, Typed
from components.icon import icon
from components.native import element, written


@dataclass(frozen=True)
class Choice:
    """What can be chosen: its value, the words for it, and a hint or an icon beside the words."""

    value: str
    label: str
    hint: str = ""
    icon: str = ""


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
    draft_key: str = "",
) -> Field[str]:
    """Native radio buttons under one question. Arrow keys move between them; the whole line or tile can be pressed.

    Commits as soon as one is chosen. "ways" draws tiles with icons; `hidden_legend` is for under a heading that asks
    the same. With a `draft_key`, a choice that could not be saved yet survives a reload in this tab.
    """
    field = Field(legend, value=value, write=_as_typed, hint=hint, required=required, group=True)
    if hidden_legend:
        field.hide_label()
    with field, element("div", "ways" if appearance == "ways" else "choices") as choices:
        shared_name = name or f"choice-{choices.html_id}"
        radios = [_radio(option, shared_name, checked=option.value == value) for option in options]
    if draft_key:
        radios[0].props["data-draft"] = draft_key
    field.hold(*radios, error=error)
    if on_commit:
        field.commits(choices, "(e) => emit([e.target.value])", _first, on_commit)
    return field


def _radio(option: Choice, name: str, *, checked: bool) -> Element:
    with element("label", "way"):
        radio = element("input", type="radio", name=name, value=option.value, defaultChecked=checked)
        if option.icon:
            icon(option.icon)
        with element("span"):
            written("span", option.label, "way-label")
            if option.hint:
                written("span", option.hint, "way-hint")
    return radio


def _as_typed(value: str) -> Typed:
    return [value]


def _first(typed: Typed) -> str:
    return typed[0]
