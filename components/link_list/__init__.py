"""Several places to go to, one below the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from nicegui.element import Element

from components.link import link, place_link
from components.native import element, written


@dataclass(frozen=True, slots=True)
class Entry:
    """A place by its words. `to` is its id on this page, the path of another page, or empty where there is no way.

    `figure` is an amount, or another answer, at the right end of the line.
    """

    label: str
    to: str = ""
    figure: str = ""


def link_list(entries: Iterable[Entry]) -> Element:
    """A native list of links, each as high as a finger; its length is read out before them."""
    with element("ul", "links") as drawn:
        for entry in entries:
            with element("li"):
                _draw(entry)
                if entry.figure:
                    written("span", entry.figure, "num")
    return drawn


def _draw(entry: Entry) -> None:
    if not entry.to:
        written("span", entry.label)
    elif entry.to.startswith("/"):
        link(entry.label, entry.to)
    else:
        place_link(entry.label, entry.to)
