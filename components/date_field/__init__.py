"""A date that a person knows by heart, such as a birthday."""

from collections.abc import Mapping
from datetime import date

from nicegui.element import Element

from components.date_field.parse import PARTS, read_date
from components.field import Commit, Field, Says, Typed
from components.native import element, written
from services.words import sentence

_LONGEST = {"month": len("September"), "day": 2, "year": 4}


def date_field(
    label: str,
    *,
    name: str = "",
    value: date | None = None,
    on_commit: Commit[date | None] | None = None,
    hint: str = "",
    error: str = "",
    required: bool = False,
    birthday: bool = False,
    draft_key: str | None = "",
    typed: Typed | None = None,
) -> Field[date | None]:
    """Month, day and year as three inputs under one question: no calendar to walk through, nothing to scroll.

    A month may be typed by its name too. Commits once, when the person leaves the last of the three or after a part has
    changed. A date that does not exist is said in words, and what is missing when the person leaves the question with
    half a date. Native posts get `name`-month, `name`-day and `name`-year. `birthday` lets the browser fill it in.
    `typed` are the three parts as they were posted, when they come back with a mistake.
    """
    field = Field(Says(label, hint, error, required, group=True), value=value, write=_as_typed, draft_key=draft_key)
    with field, element("div", "date") as parts:
        controls = [
            _part(part, text, name=name, birthday=birthday)
            for part, text in zip(PARTS, typed or _as_typed(value), strict=True)
        ]
    field.hold(*controls)
    field.commits(parts, _WHEN_CHANGED, read_date, on_commit)
    if on_commit:
        parts.on("focusout", js_handler=_WHEN_LEFT)
    return field


def posted(name: str, typed: Mapping[str, str]) -> Typed | None:
    """The three parts of the field of this name, from a form that came back; None if nothing was typed."""
    parts = [typed.get(f"{name}-{part}", "") for part in PARTS]
    return parts if any(parts) else None


_WHEN_CHANGED = """(e) => {
    const group = e.currentTarget;
    const parts = [...group.querySelectorAll("input")].map((input) => input.value);
    const isLast = e.target === group || e.target.closest("span") === group.lastElementChild;
    if (!isLast && parts.some((part) => part !== "") && parts.some((part) => part === "")) return;
    group.told = parts.join("/");
    emit(parts);
}"""
"""A half-typed date is not judged: the person is still on the way to the year."""

_WHEN_LEFT = """(e) => {
    const group = e.currentTarget;
    setTimeout(() => {
        const parts = [...group.querySelectorAll("input")].map((input) => input.value);
        const isHalf = parts.some((part) => part !== "") && parts.some((part) => part === "");
        const isLeft = group.isConnected && !group.contains(document.activeElement);
        if (isHalf && isLeft && group.told !== parts.join("/")) group.dispatchEvent(new Event("change"));
    });
}"""
"""They are on no way any more. Who looks something up in another window has not left: the focus waits for them."""


def _part(part: str, text: str, *, name: str, birthday: bool) -> Element:
    with element("span", f"date-{part}"):
        label = written("label", sentence(f"date.{part}"))
        control = element(
            "input",
            type="text",
            inputmode="numeric",
            name=f"{name}-{part}" if name else None,
            defaultValue=text or None,
            autocomplete=f"bday-{part}" if birthday else "off",
            maxlength=_LONGEST[part],
        )
        label.props["for"] = control.html_id
    return control


def _as_typed(value: date | None) -> Typed:
    return [str(value.month), str(value.day), str(value.year)] if value else ["", "", ""]
