"""Links: what takes a person to another page."""

from typing import Literal

from nicegui.element import Element

from components.icon import icon as drawn_icon
from components.native import element, written
from services.words import sentence

Kind = Literal["plain", "main", "quiet"]


def link(text: str, to: str, *, kind: Kind = "plain", icon: str = "", hidden_suffix: str = "") -> Element:
    """A real link, so that opening in a new tab, history and titles work as the browser does them.

    `hidden_suffix` completes a short text for screen readers: "Change", " how we talk".
    """
    with element("a", _classes(kind), href=to) as drawn:
        if icon:
            drawn_icon(icon)
        written("span", text)
        if hidden_suffix:
            written("span", hidden_suffix, "visually-hidden")
    return drawn


def link_out(text: str, to: str) -> Element:
    """A link to another site, which says so for everybody: who follows it leaves this one."""
    with element("a", href=to, rel="external") as drawn:
        written("span", text)
        written("span", f" {sentence('link.leaves')}")
    return drawn


def place_link(text: str, html_id: str) -> Element:
    """A link to a place of this page, such as a question or a line of a worksheet.

    It opens what is closed around the place, and puts the focus on the first thing there that takes it. "Back" of the
    browser leads to the link again.
    """
    with element("a", href=f"#{html_id}", data_leads_to_place="") as drawn:
        written("span", text)
    return drawn


def _classes(kind: Kind) -> str:
    return {"plain": "", "main": "button", "quiet": "button quiet"}[kind]
