"""Yes or no, as one box to tick."""

from components.choice_group import Choice
from components.choice_group.way import way
from components.field import Commit, Field, Says, Typed
from components.field.drafted import key_of

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
    draft_key: str | None = "",
) -> Field[bool]:
    """A native checkbox whose whole line can be pressed. Commits as soon as it is ticked or cleared.

    `question` is a legend above it when the words beside the box are only the answer. A form posts the
    value of a Choice, so that several boxes can share a name.
    """
    chosen = option if isinstance(option, Choice) else Choice(ON, option)
    says = Says(chosen.label, hint, error, required, label_is="beside")
    if question:
        says = Says(question, hint, error, required, group=True)
    posted = None if chosen.value == ON else chosen.value
    key = key_of(draft_key, name, posted)
    field = Field(says, value=value, write=_as_typed, draft_key=key)
    with field:
        box = way(chosen, is_required=required and not question, type="checkbox", value=posted, defaultChecked=value)
    box.props.set_optional("name", name or None)
    field.hold(box)
    field.commits(box, '(e) => emit([e.target.checked ? "on" : ""])', _ticked, on_commit)
    return field


def _as_typed(value: bool) -> Typed:
    return [ON if value else ""]


def _ticked(typed: Typed) -> bool:
    return typed[0] == ON
