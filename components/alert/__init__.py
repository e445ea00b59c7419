"""The message that must be seen."""

from typing import Literal

from nicegui.element import Element

from components.icon import icon
from components.native import element, written, written_breakable
from services.words import sentence

Severity = Literal["good", "warn", "bad"]
_ICONS: dict[Severity, str] = {"good": "circle-check", "warn": "triangle-alert", "bad": "octagon-alert"}


def alert(title: str, *, severity: Severity = "bad", appears: bool = False) -> Element:
    """A heavy frame, a large sign, and the severity as a word: never by colour alone, and never by sound. Put text in.

    It stays until the code takes it away. `appears` is for one that comes while the person works: then it is read out
    at once, its frame lights up twice (not for those who want no motion), and a phone vibrates. People switch either
    off on the page "Display and alerts". One that is there when the page opens is simply read in its place. For a calm
    message there is `notice`.
    """
    role = "alert" if appears else None
    with element("div", f"alert {severity}", role=role, data_appears="" if appears else None):
        with element("div", "sign"):
            icon(_ICONS[severity])
        with element("div", "alert-words") as content:
            written("p", sentence(f"alert.{severity}"), "severity small")
            written_breakable("p", title, "alert-title")
    return content
