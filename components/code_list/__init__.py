"""Codes and keys that people read letter by letter, type off, keep as a file or print."""

from collections.abc import Iterable
from urllib.parse import quote

from nicegui.element import Element

from components.native import element, written

_GROUP_CHARACTERS = 4


def code_list(codes: Iterable[str], *, label: str) -> Element:
    """A numbered list of codes in letters that can be told apart."""
    with element("ol", "codes", aria_label=label) as drawn:
        for code in codes:
            with element("li"):
                written("code", code)
    return drawn


def key_in_groups(key: str) -> Element:
    """A long key in groups of four, so that nobody loses their place in it."""
    groups = [key[start : start + _GROUP_CHARACTERS] for start in range(0, len(key), _GROUP_CHARACTERS)]
    with element("p", "codes") as drawn:
        written("code", " ".join(groups))
    return drawn


def save_link(label: str, text: str, *, file_name: str) -> Element:
    """Saves a text as a file, in the browser itself: nothing is kept with us."""
    content = f"data:text/plain;charset=utf-8,{quote(text)}"
    with element("a", "button quiet", href=content, download=file_name) as drawn:
        written("span", label)
    return drawn


def print_button(label: str) -> Element:
    """Opens the browser's own printing of this page."""
    with element("button", "button quiet", type="button", data_prints="") as drawn:
        written("span", label)
    return drawn
