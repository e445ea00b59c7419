"""A message that stays on the page, beside what it is about."""

from typing import Literal

from nicegui.element import Element

from components.icon import icon
from components.native import element, written
from services.words import sentence

Kind = Literal["info", "good", "warn", "bad"]
_ICONS: dict[Kind, str] = {"info": "info", "good": "circle-check", "warn": "triangle-alert", "bad": "octagon-alert"}


def notice(kind: Kind = "info", *, title: str = "", live: bool = False) -> Element:
    """Its kind is told by an icon, by words for screen readers and by colour, never by colour alone. Put text into it.

    It does not vanish by itself. `live` is for one that appears while the person works: it is read out then.
    """
    with element("div", f"notice {kind}", role="status" if live else None):
        icon(_ICONS[kind])
        with element("div") as content:
            if kind != "info":
                written("span", sentence(f"notice.{kind}"), "visually-hidden")
            if title:
                written("p", title, "notice-title")
    return content
