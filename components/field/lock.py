"""A field that can't be changed now, and why."""

from nicegui.element import Element

from components.icon import icon
from components.native import element, written


def lock_line(reason: str) -> Element:
    """The reason, with a lock: read with the field, never told by grey alone."""
    with element("p", "hint locked") as drawn:
        icon("lock")
        written("span", reason)
    return drawn


def close(control: Element) -> None:
    """Nothing can be changed, and the Tab key still comes here, so that the reason is read.

    Text is read-only. Of answers, only the chosen one is left. A box has no such state in HTML: field.js holds it.
    """
    kind = control.props.get("type")
    if kind == "radio":
        control.props.set_optional("disabled", None if control.props.get("defaultChecked") else True)
    elif kind == "checkbox":
        control.props["aria-disabled"] = "true"
    elif control.tag == "select":
        for option in control.descendants():
            option.props.set_optional(
                "disabled", None if option.props.get("selected") or option.tag != "option" else True
            )
    else:
        control.props["disabled" if kind == "file" else "readonly"] = True
