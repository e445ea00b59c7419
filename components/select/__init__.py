"""One answer out of many, folded away."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.choice_group import Choice
from components.field import Commit, Field, Says
from components.field.one_text import ITS_TEXT, as_typed, text_in
from components.native import element, written


@dataclass(frozen=True)
class Group:
    """Answers that belong together, under words of their own."""

    label: str
    options: Sequence[Choice]


def select(
    label: str,
    options: Sequence[Choice | Group],
    *,
    value: str = "",
    name: str = "",
    on_commit: Commit[str] | None = None,
    hint: str = "",
    error: str = "",
    required: bool = False,
    draft_key: str | None = "",
) -> Field[str]:
    """A native select, for more than about seven answers; with fewer, `choice_group` shows them all.

    Commits when another answer is chosen. Typing letters finds an answer, as the browser does it. A screen reader
    reads the words of a `Group` with its answers.
    """
    single = [one for part in options for one in (part.options if isinstance(part, Group) else (part,))]
    chosen = value if value in {one.value for one in single} else single[0].value  # as a browser shows it
    field = Field(Says(label, hint, error, required), value=chosen, write=as_typed, draft_key=draft_key)
    with field, element("select", name=name or None) as control:
        for part in options:
            _draw(part, chosen)
    field.hold(control)
    field.commits(control, ITS_TEXT, text_in, on_commit)
    return field


def _draw(part: Choice | Group, chosen: str) -> None:
    if isinstance(part, Group):
        with element("optgroup", label=part.label):
            for option in part.options:
                _draw(option, chosen)
    else:
        written("option", part.label, value=part.value, selected=part.value == chosen)
