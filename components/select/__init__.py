"""One answer out of many, folded away."""

from collections.abc import Sequence

from components.choice_group import Choice
from components.field import Commit, Field, Typed
from components.native import element, written


def select(
    label: str,
    options: Sequence[Choice],
    *,
    value: str = "",
    name: str = "",
    on_commit: Commit[str] | None = None,
    hint: str = "",
    error: str = "",
    required: bool = False,
) -> Field[str]:
    """A native select, for more than about seven answers; with fewer, `choice_group` shows them all.

    Commits when another answer is chosen. Typing letters finds an answer, as the browser does it.
    """
    chosen = value if value in {option.value for option in options} else options[0].value  # as a browser shows it
    field = Field(label, value=chosen, write=_as_typed, hint=hint, required=required)
    with field:
        control = element("select", name=name or None)
        with control:
            for option in options:
                written("option", option.label, value=option.value, selected=option.value == chosen)
    field.hold(control, error=error)
    if on_commit:
        field.commits(control, "(e) => emit([e.target.value])", _first, on_commit)
    return field


def _as_typed(value: str) -> Typed:
    return [value]


def _first(typed: Typed) -> str:
    return typed[0]
