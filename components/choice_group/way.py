"""One line or tile that can be chosen."""

from dataclasses import dataclass

from nicegui.element import Element

from components.field import required_mark
from components.icon import icon
from components.native import Attribute, element, written


@dataclass(frozen=True)
class Choice:
    """What can be chosen: its value, the words for it, and a hint or an icon beside the words."""

    value: str
    label: str
    hint: str = ""
    icon: str = ""


def way(choice: Choice, *, is_required: bool = False, **control: Attribute) -> Element:
    """A native control of these attributes, with an icon, the words and a hint, all of which can be pressed."""
    with element("label", "way"):
        drawn = element("input", "", **control)
        if choice.icon:
            icon(choice.icon)
        with element("span"):
            with written("span", choice.label, "way-label"):
                if is_required:
                    required_mark()
            if choice.hint:
                written("span", choice.hint, "way-hint")
    return drawn
