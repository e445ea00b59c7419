"""One word or two about the state of something."""

from typing import Literal

from nicegui.elements.mixins.text_element import TextElement

from components.native import written

Kind = Literal["plain", "good", "warn", "bad"]


def tag(text: str, kind: Kind = "plain") -> TextElement:
    """A small frame around words, in a table or beside a heading. It can't be pressed.

    The words say it all; the colour only helps to find it.
    """
    return written("span", text, f"tag {kind}")
