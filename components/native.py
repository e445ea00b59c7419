"""Draws one native HTML element. Every component is made of these; pages use components."""

import re
from html import escape
from typing import TypeVar

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

Attribute = str | int | bool | None
Drawn = TypeVar("Drawn", bound=Element)
_JOINTS = re.compile(r"([_/]|(?<!\d)\.|\.(?!\d))(?=\w)")


def element(tag: str, classes: str = "", **attributes: Attribute) -> Element:
    """An element that holds others. `aria_label` becomes aria-label, `for_` for; None and False are left out."""
    return _dressed(Element(tag), classes, attributes)


def written(tag: str, text: str, classes: str = "", **attributes: Attribute) -> TextElement:
    """An element that holds words, without the `div` that NiceGUI's own label would put there."""
    return _dressed(TextElement(tag=tag, text=text), classes, attributes)


def breakable(text: str) -> str:
    """Words as HTML, in which a line may break after a dot, a slash or an underscore, but not inside a number."""
    return _JOINTS.sub(r"\1<wbr>", escape(text))


def written_breakable(tag: str, text: str, classes: str = "") -> Element:
    """An element that holds words. They are HTML only where names of code among them may break."""
    if (html := breakable(text)) == escape(text):
        return written(tag, text, classes)
    drawn = element(tag, classes)
    drawn.props["innerHTML"] = html
    return drawn


def focus_within(box: Element) -> None:
    """Put the focus into the first thing in the box that can be filled in."""
    controls = "input:checked, input:not([type=radio]), select, textarea"
    box.client.run_javascript(
        f"const box = document.getElementById({box.html_id!r}); "
        f"(box?.querySelector({controls!r}) ?? box?.querySelector('input'))?.focus()"
    )


def _dressed(drawn: Drawn, classes: str, attributes: dict[str, Attribute]) -> Drawn:
    if classes:
        drawn.classes(classes)
    for name, value in attributes.items():
        if value is not None and value is not False:
            drawn.props[name.rstrip("_").replace("_", "-")] = value
    return drawn
