"""Yes or no, as one box to tick."""

from components.choice_group import Choice
from components.field import Commit, Field, Typed, required_mark
from components.icon import icon
from components.native import element, written

ON = "on"  # what a browser posts for a ticked box


def checkbox(
    option: Choice | str,
    *,
    question: str = "",
    value: bool = False,
    name: str = "",
    on_commit: Commit[bool] | None = None,
    hint: str = "",
    error: str = "",
    required: bool = False,
    draft_key: str = "",
) -> Field[bool]:
    """A native checkbox whose whole line can be pressed. Commits as soon as it is ticked or cleared.

    `question` is a legend above it when the words beside the box are only the answer. A `draft_key` is as in
    `choice_group`. A form posts the value of a Choice, so that several boxes can share a name.
    """
    chosen = option if isinstance(option, Choice) else Choice(ON, option)
    grouped = bool(question)
    field = Field(question or chosen.label, value=value, write=_as_typed, hint=hint, required=required, group=grouped)
    if not grouped:
        field.without_label()
    with field, element("label", "way"):
        draft = draft_key or None
        posted = chosen.value if chosen.value != ON else None
        box = element("input", type="checkbox", name=name or None, value=posted, defaultChecked=value, data_draft=draft)
        if chosen.icon:
            icon(chosen.icon)
        with element("span"):
            with written("span", chosen.label, "way-label"):
                if required and not grouped:
                    required_mark()
            if chosen.hint:
                written("span", chosen.hint, "way-hint")
    field.hold(box, error=error)
    if on_commit:
        field.commits(box, '(e) => emit([e.target.checked ? "on" : ""])', _ticked, on_commit)
    return field


def _as_typed(value: bool) -> Typed:
    return [ON if value else ""]


def _ticked(typed: Typed) -> bool:
    return typed[0] == ON
