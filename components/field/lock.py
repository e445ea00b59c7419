"""A field that can't be changed now, and why."""

from nicegui.element import Element

from components.icon import icon
from components.native import element, written

_CHOSEN = ("radio", "checkbox", "file")


def lock_line(reason: str) -> Element:
    """The reason, with a lock: read with the field, never told by grey alone."""
    with element("p", "hint locked") as drawn:
        icon("lock")
        written("span", reason)
    return drawn


def close(control: Element) -> None:
    """Text stays in the way of the Tab key, to be read and copied; what is only chosen has no such state in HTML."""
    chosen = control.tag == "select" or control.props.get("type") in _CHOSEN
    control.props["disabled" if chosen else "readonly"] = True
